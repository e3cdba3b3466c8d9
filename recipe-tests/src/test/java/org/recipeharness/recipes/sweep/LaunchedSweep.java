package org.recipeharness.recipes.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a sweep by JUnit's launcher in this process has come to.
 *
 * @param took how long it took, with finding the tests
 * @param heap what the JVM kept when it was over, in bytes
 * @param report the folder of its results
 */
record LaunchedSweep(Duration took, long heap, Path report) {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    /** Runs classes of the recipes' package; the settings are system properties, as for Surefire. */
    static LaunchedSweep of(Path folder, Map<String, String> settings, String... classes) {
        Properties before = System.getProperties();
        var changed = new Properties();
        changed.putAll(before);
        // What the session around this one has set for itself.
        changed.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PARALLEL))
                .forEach(changed::remove);
        changed.putAll(settings);
        changed.put("harness.report", folder.resolve("report").toString());
        changed.put("harness.reports", folder.resolve("reports").toString());
        System.setProperties(changed);
        try (LauncherSession session = LauncherFactory.openSession()) {
            long begun = System.nanoTime();
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(Arrays.stream(classes)
                                    .map(name -> "org.recipeharness.recipes." + name)
                                    .map(DiscoverySelectors::selectClass)
                                    .toList())
                            .build());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return new LaunchedSweep(took, memory.getHeapMemoryUsage().getUsed(), folder.resolve("report"));
        } finally {
            System.setProperties(before);
        }
    }

    double seconds() {
        return took.toMillis() / 1000.0;
    }

    /** Each recipe's tiers with their outcomes. */
    Map<String, Map<String, String>> outcomes() throws IOException {
        var outcomes = new TreeMap<String, Map<String, String>>();
        for (JsonNode recipe : new ObjectMapper()
                .readTree(report.resolve("results.json").toFile())
                .path("recipes")) {
            var tiers = new TreeMap<String, String>();
            recipe.path("tiers")
                    .forEach(tier -> tiers.put(
                            tier.path("tier").asText(), tier.path("outcome").asText()));
            outcomes.put(recipe.path("recipe").asText(), tiers);
        }
        return outcomes;
    }

    long size(String file) throws IOException {
        return Files.size(report.resolve(file));
    }
}
