package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.recipeharness.settings.Setting;
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
        var outcomes = new TierOutcomes(results(row));

        assertThat(outcomes.byTier())
                .as("the tiers; what failed: %s", outcomes.failures())
                .isEqualTo(expected(row));
        String says = row.getString(FIRST_TIER + Tier.values().length);
        assertThat(outcomes.failures())
                .allSatisfy(failure -> assertThat(failure).contains(says));
    }

    private static Map<Tier, String> expected(ArgumentsAccessor row) {
        var expected = new TreeMap<Tier, String>();
        int column = FIRST_TIER;
        for (Tier tier : Tier.values()) {
            expected.put(tier, row.getString(column));
            column++;
        }
        return expected;
    }

    private EngineExecutionResults results(ArgumentsAccessor row) {
        var settings = new TreeMap<String, String>();
        settings.put(Setting.REF.key(), row.getString(REF));
        Optional.ofNullable(row.getString(FROM)).ifPresent(from -> settings.put(Setting.FROM.key(), from));
        Map<String, Optional<String>> before = new TreeMap<>();
        settings.forEach((key, value) -> before.put(key, Optional.ofNullable(System.setProperty(key, value))));
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .outputDirectoryCreator(new Attachments(attachments))
                    .selectors(selectClass(TESTS.get(row.getString(RECIPE))))
                    .execute();
        } finally {
            before.forEach((key, value) ->
                    value.ifPresentOrElse(was -> System.setProperty(key, was), () -> System.clearProperty(key)));
        }
    }
}
