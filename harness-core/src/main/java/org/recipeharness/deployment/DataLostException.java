package org.recipeharness.deployment;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** An app that runs and is ready, without the data that it is to have. */
public final class DataLostException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private DataLostException(String message) {
        super(message);
    }

    /** Insists that an app on a canonical's volumes still has what the canonical carries. */
    public static void requireCarried(List<String> lost) {
        if (!lost.isEmpty()) {
            throw new DataLostException(
                    "it is ready, but what the canonical carries since its first promotion is not there: "
                            + String.join("; ", lost));
        }
    }

    /** Insists that nothing is lost; {@code diagnosis} tells why it may be. */
    public static void requireNone(List<String> lost, List<String> diagnosis) {
        if (!lost.isEmpty()) {
            throw new DataLostException("it is ready, but what was seeded is not there: "
                    + String.join(
                            "\n",
                            Stream.concat(Stream.of(String.join("; ", lost)), diagnosis.stream())
                                    .toList()));
        }
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE);
    }
}
