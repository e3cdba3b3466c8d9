package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.discourse.Discourse;

/**
 * The incident book's rows 1 and 2: assertions on what only pull/4 of discourse brings apply to it and to nothing else; and where one
 * without its scope makes a release red, the {@code depends_on} that nobody defines is not blamed for that.
 */
@Tag("swarm")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@ResourceLock(providers = AloneOnTheNode.class)
class OverlayOutOfScopeTest {

    private static final String RELEASE = "0.8.1+3.5.0";

    private final Path attachments;

    OverlayOutOfScopeTest(@TempDir Path attachments) {
        this.attachments = attachments;
    }

    @Test
    void isNotApplicableToARelease() {
        EngineExecutionResults results = new TestsAtRef(RELEASE, attachments).of(DiscourseTest.Upgrade.class);

        assertThat(results.allEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(results.testEvents().aborted().stream().map(TestsAtRef::reason))
                .extracting(Throwable::getMessage)
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason)
                        .startsWith("Not applicable: it asserts what pull/4 changes, and discourse at 0.8.1+3.5.0 (")
                        .contains(") does not contain pull/4 ("));
    }

    @Test
    void passesOnTheHeadThatContainsTheChange() {
        EngineExecutionResults results =
                new TestsAtRef("discourse-official-image", attachments).of(DiscourseTest.Upgrade.class);

        assertThat(results.allEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().aborted().list()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
    }

    @Test
    void isRedWithoutItsScopeAndSaysNothingOfADependency() {
        EngineExecutionResults results = new TestsAtRef(RELEASE, attachments).of(WithoutScope.class);

        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(results.allEvents().failed().list()).singleElement().satisfies(failed -> {
            assertThat(failed.getTestDescriptor().getDisplayName()).startsWith("runsTheOfficialImage");
            Throwable reason = TestsAtRef.reason(failed);
            assertThat(reason).isInstanceOf(AssertionError.class);
            assertThat(said(reason))
                    .anySatisfy(text -> assertThat(text).contains("bitnamilegacy/discourse:3.5.0"))
                    .noneSatisfy(text -> assertThat(text).contains("depends"));
        });
        assertThat(reported(results.testEvents().reportingEntryPublished().stream()))
                .as("the same dependency, where it belongs: among the notes on the recipe's files")
                .anySatisfy(entry -> assertThat(entry)
                        .contains("the service 'sidekiq' depends on 'discourse'")
                        .contains("Swarm ignores depends_on, so this breaks nothing there"));
    }

    /** A failure's message, and those of all that is beside and below it. */
    private static List<String> said(Throwable failure) {
        return Stream.concat(
                        Stream.of(String.valueOf(failure.getMessage())),
                        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                                .flatMap(each -> said(each).stream()))
                .toList();
    }

    private static List<String> reported(Stream<Event> entries) {
        return entries.flatMap(
                        entry -> entry.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values().stream())
                .toList();
    }

    /** The overlay as it was in the incident. */
    @RecipeDeployment(
            value = "discourse",
            ready = @Ready(http = "/srv/status", port = Discourse.PORT, budget = "60x1s"))
    static class WithoutScope {

        @Nested
        class Upgrade extends UpgradeTier {

            @Test
            void runsTheOfficialImage(DeployedApp app) {
                assertThat(app.service("app").image()).contains("/discourse/discourse:3.5.3");
            }
        }
    }
}
