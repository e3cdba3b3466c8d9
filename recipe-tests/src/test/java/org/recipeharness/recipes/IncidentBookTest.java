package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.settings.Settings;

/**
 * The incident book, run: each recipe is red where its row says so, with that reason, and nowhere else.
 *
 * <p>Recipes are run side by side, as most of a run is waiting for the swarm; a recipe's rows take turns, as its ports are the
 * same in each.
 */
@Tag("swarm")
@ResourceLock(providers = AloneOnTheNode.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class IncidentBookTest {

    private static final List<Class<?>> TESTS = List.of(
            BlueskyPdsTest.class,
            DiscourseTest.class,
            GiteaTest.class,
            ImmichTest.class,
            KeycloakTest.class,
            MattermostLtsTest.class,
            MumbleTest.class);

    private static final Path README = Path.of("..", "README.md");

    private final Path attachments;

    IncidentBookTest(@TempDir Path attachments) {
        this.attachments = attachments;
    }

    static Set<String> recipes() throws IOException {
        return Incident.all().stream().map(Incident::recipe).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    @Execution(ExecutionMode.CONCURRENT)
    void saysOfEachRecipeWhatItsIncidentsWere(String recipe) throws IOException {
        Stream<Executable> incidents = Incident.all().stream()
                .filter(incident -> incident.recipe().equals(recipe))
                .map(incident -> () -> requireAsWritten(incident));
        assertAll(Stream.concat(incidents, Stream.of(() -> promote(recipe))));
    }

    private void promote(String recipe) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(attachments, recipe);
        var book = new PromotionBook(recipe, folder);
        if (Settings.load().liveWarm().contains(recipe)) {
            try (var provider = LiveProvider.of(recipe, testsOf(recipe), folder)) {
                book.requireAsWritten(README);
                provider.requireThatItAnsweredThroughout();
            }
        } else {
            book.requireAsWritten(README);
        }
    }

    private void requireAsWritten(Incident incident) throws IOException {
        var tests = new TestsAtRef(incident.ref(), Files.createTempDirectory(attachments, incident.recipe()));
        incident.from().ifPresent(tests::from);
        var outcomes = new TierOutcomes(tests.of(testsOf(incident.recipe())));

        assertThat(outcomes.byTier())
                .as("the tiers of %s; what failed: %s", incident, outcomes.failures())
                .isEqualTo(incident.byTier());
        assertThat(README)
                .as("README.md's table of what was seen")
                .content()
                .contains(incident.told(outcomes.byTier()));
        incident.says()
                .ifPresent(says -> assertThat(outcomes.failures())
                        .as("what failed of %s", incident)
                        .isNotEmpty()
                        .allSatisfy(failure -> assertThat(failure).contains(says)));
    }

    private static Class<?> testsOf(String recipe) {
        return TESTS.stream()
                .filter(tests ->
                        tests.getAnnotation(RecipeDeployment.class).value().equals(recipe))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test class of " + recipe + " is listed here"));
    }
}
