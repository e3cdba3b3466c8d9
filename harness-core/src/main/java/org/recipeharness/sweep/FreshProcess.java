package org.recipeharness.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.recipeharness.process.AttendedCommand;

/**
 * A JVM like this one, with the same class path and in the same folder, and with nothing that this one has seen.
 *
 * @param mainClass what it begins with; it reads a {@link Handover} and ends when its standard input does
 */
public record FreshProcess(String mainClass) implements Launching {

    // A clean-up waits for the operation under way and for the removal of an app.
    private static final Duration GRACE = Duration.ofSeconds(100);

    @Override
    public OptionalInt run(Handover handover, Path output, Duration limit) throws InterruptedException {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return new AttendedCommand(List.of(java, "-cp", classPath(), mainClass), handover.line(), output, limit, GRACE)
                .run();
    }

    /** Surefire's fork may have begun with a file that only names the class path. */
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path", ""));
    }
}
