package org.recipeharness.recipes;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.settings.Setting;

/** Runs a recipe's tests at a ref of our choice, by JUnit's own engine, so that their outcomes can be asserted on. */
final class TestsAtRef {

    private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    private final Path attachments;

    /** Prepares to run; {@code ref} is what {@code -Dref=} would be. */
    TestsAtRef(String ref, Path attachments) {
        settings.put(Setting.REF, ref);
        this.attachments = attachments;
    }

    /** Says what upgrades come from, as {@code -Dfrom=} would. */
    TestsAtRef from(String releases) {
        settings.put(Setting.FROM, releases);
        return this;
    }

    EngineExecutionResults of(Class<?> tests) {
        Map<Setting, Optional<String>> before = new EnumMap<>(Setting.class);
        settings.forEach(
                (setting, value) -> before.put(setting, Optional.ofNullable(System.setProperty(setting.key(), value))));
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .outputDirectoryCreator(new Attachments(attachments))
                    .selectors(selectClass(tests))
                    .execute();
        } finally {
            before.forEach((setting, value) -> value.ifPresentOrElse(
                    was -> System.setProperty(setting.key(), was), () -> System.clearProperty(setting.key())));
        }
    }

    /** What a test, or a container, was ended by. */
    static Throwable reason(Event ended) {
        return ended.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
