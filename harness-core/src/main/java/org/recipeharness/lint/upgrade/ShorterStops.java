package org.recipeharness.lint.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.ServiceMount;
import org.recipeharness.lint.published.Severity;

/**
 * Looks for services with data that docker now kills sooner when it stops them.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/#stop_grace_period">stop_grace_period</a>
 */
public final class ShorterStops implements Check.OfUpgrade {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us)");

    @Override
    public List<Remark> look(Published head, Published base) {
        return new Operator(head, base).remarks(step -> step.services().flatMap(service -> look(service).stream()));
    }

    private static Optional<Remark> look(Operator.Change service) {
        Duration before = limit(service.before());
        Duration now = limit(service.after());
        if (now.compareTo(before) >= 0 || service.after().mounts().stream().noneMatch(ServiceMount::isNamedVolume)) {
            return Optional.empty();
        }
        var remark = new Remark(
                written(service.after())
                        .map(Scalar::origin)
                        .findFirst()
                        .orElse(service.after().merged().origin()),
                "docker kills '" + service.after().name() + "' " + now.toMillis() / 1000.0
                        + " s after it was told to stop, and before it had " + before.toMillis() / 1000.0
                        + " s: what it has not written to its volume by then is lost. Keep stop_grace_period");
        return Optional.of(DataServer.of(service.after()).isPresent() ? remark : remark.as(Severity.NOTE));
    }

    private static Stream<Scalar> written(ComposedService service) {
        return Scalars.at(service.merged(), "stop_grace_period");
    }

    private static Duration limit(ComposedService service) {
        return written(service)
                .map(Scalar::text)
                .filter(text -> PART.matcher(text).find())
                .findFirst()
                .map(text ->
                        PART.matcher(text).results().map(ShorterStops::part).reduce(Duration.ZERO, Duration::plus))
                .orElse(USUAL);
    }

    private static Duration part(MatchResult part) {
        double number = Double.parseDouble(part.group(1));
        double millis = switch (part.group(2)) {
            case "h" -> number * 3_600_000;
            case "m" -> number * 60_000;
            case "s" -> number * 1_000;
            case "ms" -> number;
            default -> number / 1_000;
        };
        return Duration.ofMillis((long) millis);
    }
}
