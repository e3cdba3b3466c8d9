package org.recipeharness.recipes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.recipeharness.tier.Tier;

/** The incident book, run: each recipe is red where its row says so, with that reason, and nowhere else. */
@Tag("swarm")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class IncidentBookTest {

    private static final int RECIPE = 1;
    private static final int REF = 2;
    private static final int FROM = 3;
    private static final int FIRST_TIER = 4;
    private static final Map<String, Class<?>> TESTS = Map.of(
            "discourse", DiscourseTest.class,
            "mattermost-lts", MattermostLtsTest.class,
            "immich", ImmichTest.class,
            "gitea", GiteaTest.class);

    private final Path attachments;

    IncidentBookTest(@TempDir Path attachments) {
        this.attachments = attachments;
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvFileSource(resources = "incident-book.psv", delimiter = '|', numLinesToSkip = 1)
    void saysOfEachRecipeWhatItsIncidentWas(ArgumentsAccessor row) {
        var tests = new TestsAtRef(text(row, REF), attachments);
        Optional.ofNullable(row.getString(FROM)).ifPresent(tests::from);
        var outcomes = new TierOutcomes(tests.of(requireNonNull(TESTS.get(text(row, RECIPE)))));

        assertThat(outcomes.byTier())
                .as("the tiers; what failed: %s", outcomes.failures())
                .isEqualTo(expected(row));
        Optional.ofNullable(row.getString(FIRST_TIER + Tier.values().length))
                .ifPresent(says -> assertThat(outcomes.failures())
                        .isNotEmpty()
                        .allSatisfy(failure -> assertThat(failure).contains(says)));
    }

    private static String text(ArgumentsAccessor row, int column) {
        return requireNonNull(row.getString(column), () -> "column " + column + " of incident-book.psv");
    }

    private static Map<Tier, String> expected(ArgumentsAccessor row) {
        var expected = new TreeMap<Tier, String>();
        int column = FIRST_TIER;
        for (Tier tier : Tier.values()) {
            expected.put(tier, text(row, column));
            column++;
        }
        return expected;
    }
}
