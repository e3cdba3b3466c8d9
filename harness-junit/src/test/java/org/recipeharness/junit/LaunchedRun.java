package org.recipeharness.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a run by JUnit's launcher has left.
 *
 * @param console what it has printed
 * @param report the folder of its results
 * @param heard the tests as they ended
 * @param refusal what was thrown when the launcher's session was closed; empty for nothing
 */
record LaunchedRun(String console, Path report, TestsHeard heard, Optional<Throwable> refusal) {

    static LaunchedRun of(LauncherConfig config, Path folder, Map<String, String> told, Class<?>... fixtures) {
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        var heard = new TestsHeard();
        Optional<Throwable> refusal = Optional.empty();
        try {
            LauncherSession session = LauncherFactory.openSession(config);
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                    .configurationParameter(
                                            "junit.platform.reporting.output.dir",
                                            folder.resolve("attached").toString())
                                    .configurationParameters(told)
                                    .selectors(Stream.of(fixtures)
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            heard);
            try {
                session.close();
            } catch (RuntimeException e) {
                refusal = Optional.of(e);
            }
        } finally {
            System.setOut(before);
        }
        return new LaunchedRun(printed.toString(UTF_8), folder.resolve("report"), heard, refusal);
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text("results.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result of a recipe's only class. */
    JsonNode recipe(String name) {
        for (JsonNode each : json().get("recipes")) {
            if (each.get("recipe").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("No recipe " + name + " in " + json());
    }

    String text(String file) {
        try {
            return Files.readString(report.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
