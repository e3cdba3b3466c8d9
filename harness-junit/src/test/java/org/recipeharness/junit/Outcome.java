package org.recipeharness.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/**
 * What came of a {@link FixtureRun}.
 *
 * @param story what happened on its swarm, tests included
 * @param results what JUnit says
 */
record Outcome(List<String> story, EngineExecutionResults results) {

    /** How a swarm sees the end of a run that keeps nothing. */
    static final String[] REMOVAL = {
        "remove " + FixtureRun.STACK,
        "leftovers of " + FixtureRun.STACK,
        "remove volumes of " + FixtureRun.STACK,
        "leftovers of " + FixtureRun.STACK,
        "close"
    };

    /** Gives what failed, in its order, by {@code Class} or {@code Class.method}. */
    Map<String, Throwable> failures() {
        var failures = new LinkedHashMap<String, Throwable>();
        results.allEvents().failed().list().forEach(event -> failures.put(name(event), failure(event)));
        return failures;
    }

    Throwable failure(String name) {
        Throwable failure = failures().get(name);
        if (failure == null) {
            throw new AssertionError(name + " has not failed, but " + failures());
        }
        return failure;
    }

    /** Gives the attached files' content in the order of their coming, by {@code Class.method: file}. */
    Map<String, String> attached() {
        var attached = new LinkedHashMap<String, String>();
        for (Event event : results.allEvents().fileEntryPublished().list()) {
            var file = event.getRequiredPayload(FileEntry.class).getPath();
            String before = attached.put(name(event) + ": " + file.getFileName(), read(event));
            if (before != null) {
                throw new AssertionError(file.getFileName() + " was attached twice to " + name(event));
            }
        }
        return attached;
    }

    /** Gives all values that were reported. */
    Stream<String> reported() {
        return results.allEvents().reportingEntryPublished().stream()
                .flatMap(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values().stream());
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static String read(Event event) {
        try {
            return Files.readString(event.getRequiredPayload(FileEntry.class).getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Event event) {
        TestDescriptor descriptor = event.getTestDescriptor();
        return descriptor
                .getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getJavaClass().getSimpleName() + "." + method.getMethodName()
                        : ((ClassSource) source).getJavaClass().getSimpleName())
                .orElse(descriptor.getDisplayName());
    }
}
