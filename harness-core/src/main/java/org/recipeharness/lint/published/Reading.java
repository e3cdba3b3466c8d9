package org.recipeharness.lint.published;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.recipeharness.compose.ComposeException;

/** Reads what can be read, and keeps what is wrong with the rest. */
final class Reading {

    private final List<Remark> problems = new ArrayList<>();

    <T> T read(Supplier<T> file, T otherwise) {
        try {
            return file.get();
        } catch (ComposeException e) {
            var problem = new Remark(e.origin(), e.problem());
            // The sample is read more than once.
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return otherwise;
        }
    }

    List<Remark> problems() {
        return List.copyOf(problems);
    }
}
