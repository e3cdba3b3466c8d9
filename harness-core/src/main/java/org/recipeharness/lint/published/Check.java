package org.recipeharness.lint.published;

import java.util.List;
import java.util.Optional;

/** Looks for one kind of defect; it may read files, and is to bear whatever is written in them. */
public interface Check {

    List<Remark> look(Published head, Optional<Published> base, StackConfig docker);

    static Check ofOne(OfOne check) {
        return check;
    }

    /** Looks at one release alone. */
    @FunctionalInterface
    interface OfOne extends Check {

        List<Remark> look(Published recipe);

        @Override
        default List<Remark> look(Published head, Optional<Published> base, StackConfig docker) {
            return look(head);
        }
    }

    /** Asks docker about one release. */
    @FunctionalInterface
    interface OfDocker extends Check {

        List<Remark> look(Published recipe, StackConfig docker);

        @Override
        default List<Remark> look(Published head, Optional<Published> base, StackConfig docker) {
            return look(head, docker);
        }
    }

    /** Looks at what an upgrade changes. */
    @FunctionalInterface
    interface OfUpgrade extends Check {

        List<Remark> look(Published head, Published base);

        @Override
        default List<Remark> look(Published head, Optional<Published> base, StackConfig docker) {
            return base.map(from -> look(head, from)).orElse(List.of());
        }
    }
}
