package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.platform.engine.TestExecutionResult;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.report.model.TierOutcome;

/**
 * How a test or a container of tests has ended.
 *
 * @param outcome what came of it
 * @param reason the first line of what was said; empty for one that has passed
 */
record Ending(TierOutcome outcome, Optional<String> reason) {

    static Ending of(TestExecutionResult result, UnaryOperator<String> masking) {
        Optional<Throwable> thrown = result.getThrowable();
        // Masked before it is cut: a secret may have several lines.
        Optional<String> said = thrown.map(Ending::message).map(masking).map(Ending::firstLine);
        return switch (result.getStatus()) {
            case SUCCESSFUL -> new Ending(TierOutcome.PASSED, Optional.empty());
            case ABORTED ->
                new Ending(
                        thrown.filter(NotApplicableAbort.class::isInstance).isPresent()
                                ? TierOutcome.NOT_APPLICABLE
                                : TierOutcome.NOT_RUN,
                        said);
            case FAILED ->
                new Ending(
                        thrown.filter(UnverifiedException.class::isInstance).isPresent()
                                ? TierOutcome.UNVERIFIED
                                : TierOutcome.FAILED,
                        said);
        };
    }

    static Ending skipped(String reason) {
        return new Ending(TierOutcome.NOT_RUN, Optional.of(reason));
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof NotApplicableAbort abort) {
            return abort.reason();
        }
        return Optional.ofNullable(thrown.getMessage())
                .filter(message -> !message.isBlank())
                .orElseGet(thrown::toString);
    }

    /** The first line, with the one behind it where it only announces that. */
    private static String firstLine(String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        return lines.get(0).endsWith(":") ? String.join(" ", lines) : lines.get(0);
    }
}
