package org.recipeharness.recipes;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.settings.Setting;

/** Runs a recipe's tests at a ref of our choice, by JUnit's own engine, so that their outcomes can be asserted on. */
final class TestsAtRef {

    private final Map<String, String> settings = new HashMap<>();
    private final Path attachments;

    /** Prepares to run; {@code ref} is what {@code -Dref=} would be. */
    TestsAtRef(String ref, Path attachments) {
        settings.put(Setting.REF.key(), ref);
        settings.put(Setting.REPORTS.key(), attachments.toString());
        this.attachments = attachments;
    }

    /** Says what upgrades come from, as {@code -Dfrom=} would. */
    TestsAtRef from(String releases) {
        settings.put(Setting.FROM.key(), releases);
        return this;
    }

    EngineExecutionResults of(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(settings)
                .outputDirectoryCreator(new Attachments(attachments))
                .selectors(selectClass(tests))
                .execute();
    }

    /** What a test, or a container, was ended by. */
    static Throwable reason(Event ended) {
        return ended.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
