package org.recipeharness.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.recipeharness.settings.Setting;

/** Runs a fixture by JUnit's own engine, on an in-memory swarm, with a catalogue and settings of its own. */
final class FixtureRun {

    /** The domain that a fixture's app is deployed at. */
    static final String DOMAIN = "sample.example.test";

    /** The stack that a fixture's app is deployed as. */
    static final String STACK = "sample_example_test";

    // One at a time: its settings are system properties, so two can't run side by side anyway.
    private static Optional<RecordingSwarm> current =
            Boolean.getBoolean(RerunTestCases.ALONE) ? Optional.of(new RecordingSwarm()) : Optional.empty();
    private static Supplier<RecordingSwarm> opening = FixtureRun::swarm;

    private final Path folder;
    private final RecordingSwarm swarm = new RecordingSwarm();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> told = new TreeMap<>();

    private FixtureRun(Path folder) {
        this.folder = folder;
        // All that a harness.properties above the working directory might set otherwise.
        with(Setting.CATALOGUE, SampleCatalogue.in(folder.resolve("catalogue")).toString());
        with(Setting.CACHE, folder.resolve("cache").toString());
        with(Setting.WORK, folder.resolve("work").toString());
        with(Setting.REPORTS, folder.resolve("reports").toString());
        with(Setting.REPORT, folder.resolve("report").toString());
        with(Setting.CANONICALS, folder.resolve("canonicals").toString());
        with(Setting.HISTORY, "none");
        with(Setting.ZONE, "example.test");
        with(Setting.DOMAIN, DOMAIN);
        with(Setting.NODE, "127.0.0.1");
        with(Setting.INGRESS, "127.0.0.1:1:2");
        with(Setting.KEEP, "never");
        with(Setting.IPVS, "yes");
        with(Setting.DEPLOY_TIMEOUT, "20s");
        with(Setting.REMOVE_TIMEOUT, "1s");
    }

    static FixtureRun in(Path folder) {
        opening = FixtureRun::swarm;
        return new FixtureRun(folder);
    }

    static RecordingSwarm swarm() {
        return current.orElseThrow();
    }

    FixtureRun with(Setting setting, String value) {
        return with(setting.key(), value);
    }

    FixtureRun with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** The settings, for a process of its own. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Gives a setting to JUnit, as its launcher would, in place of a system property. */
    FixtureRun told(Setting setting, String value) {
        return told(setting.key(), value);
    }

    FixtureRun told(String key, String value) {
        told.put(key, value);
        return this;
    }

    /** Gives each run a swarm of its own, as there is one app on each of these. */
    FixtureRun eachOnItsOwn() {
        opening = RecordingSwarm::new;
        return this;
    }

    /** The swarm for a run that begins. */
    static RecordingSwarm opened() {
        return opening.get();
    }

    FixtureRun on(Consumer<RecordingSwarm> prepared) {
        prepared.accept(swarm);
        return this;
    }

    /** The swarm that the fixture runs on, also when it has ended. */
    RecordingSwarm itsSwarm() {
        return swarm;
    }

    Outcome of(Class<?> fixture) {
        return of(selectClass(fixture));
    }

    /** Runs fixtures by JUnit's launcher with all that it loads by itself, as Surefire does; one class behind the other. */
    LaunchedRun launched(Class<?>... fixtures) {
        return launched(LauncherConfig.DEFAULT, fixtures);
    }

    LaunchedRun launched(LauncherConfig config, Class<?>... fixtures) {
        current = Optional.of(swarm);
        try {
            return SystemSettings.during(settings, () -> LaunchedRun.of(config, folder, told, fixtures));
        } finally {
            current = Optional.empty();
        }
    }

    Outcome of(DiscoverySelector selected) {
        current = Optional.of(swarm);
        try {
            EngineExecutionResults results = SystemSettings.during(
                    settings,
                    () -> EngineTestKit.engine("junit-jupiter")
                            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                            .configurationParameters(told)
                            .outputDirectoryCreator(new FolderPerTest(folder.resolve("attached")))
                            .selectors(selected)
                            .execute());
            return new Outcome(swarm.story(), results);
        } finally {
            current = Optional.empty();
        }
    }
}
