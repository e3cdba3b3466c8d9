package org.recipeharness.recipes;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.settings.Setting;

/** Runs a recipe's tests at a ref of our choice, by JUnit's own engine, so that their outcomes can be asserted on. */
final class TestsAtRef {

    private final Map<String, String> settings = new HashMap<>();
    private final Path attachments;

    /** Prepares to run at a ref, as {@code -Dref=} would have it. */
    TestsAtRef(String ref, Path attachments) {
        this(attachments);
        with(Setting.REF, ref);
    }

    /** Prepares to run at the latest release. */
    TestsAtRef(Path attachments) {
        settings.put(Setting.REPORTS.key(), attachments.toString());
        this.attachments = attachments;
    }

    /** Says what upgrades come from, as {@code -Dfrom=} would. */
    TestsAtRef from(String releases) {
        return with(Setting.FROM, releases);
    }

    TestsAtRef with(Setting setting, String value) {
        settings.put(setting.key(), value);
        return this;
    }

    EngineExecutionResults of(Class<?> tests) {
        return of(selectClass(tests));
    }

    EngineExecutionResults of(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(settings)
                .outputDirectoryCreator(new Attachments(attachments))
                .selectors(tests)
                .execute();
    }

    /** What a test, or a container, was ended by. */
    static Throwable reason(Event ended) {
        return ended.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
