package org.recipeharness.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A task of the app ended unasked while a test ran: whatever the test saw, the app did not stay alive for it. */
final class AppLostException extends HarnessException {

    private static final long serialVersionUID = 1L;

    AppLostException(List<String> losses, @Nullable Throwable seenByTest) {
        super(
                "The app died during this test: " + String.join("; ", losses)
                        + (seenByTest == null
                                ? ". The test itself noticed nothing"
                                : "\nWhat the test saw of it: " + seenByTest.getMessage()),
                seenByTest);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE).with(Fault.Timing.DEATH);
    }
}
