package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.recipeharness.canonical.Canonical;
import org.recipeharness.canonical.Registry;
import org.recipeharness.deployment.Tier;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/** Takes a recipe's canonical through the rows of {@code promotion-book.psv}, in the lab's registry. */
final class PromotionBook {

    private final String recipe;
    private final Path folder;
    private final Registry registry = new Registry(Settings.load().canonicals());

    PromotionBook(String recipe, Path folder) {
        this.recipe = recipe;
        this.folder = folder;
    }

    void requireAsWritten(Path readme) throws IOException, InterruptedException {
        boolean first = true;
        for (PromotionRow row : PromotionRow.of(recipe)) {
            if (row.running()) {
                LeftRunning.deploy(recipe);
            }
            EngineExecutionResults results = run(row, first);
            var seen = new TierOutcomes(results);
            first = false;
            assertThat(seen.byTier().get(Tier.PROMOTE))
                    .as("the promote tier of %s; what failed: %s", row, seen.failures())
                    .isEqualTo(row.promote());
            if (row.promote().equals(TierOutcomes.FAILED)) {
                assertThat(results.allEvents().fileEntryPublished().stream()
                                .map(event -> String.valueOf(event.getRequiredPayload(FileEntry.class)
                                        .getPath()
                                        .getFileName())))
                        .as("the evidence of %s, although the app was taken back", row)
                        .contains("stack.yml", "tasks.txt", "log-app.txt");
            }
            List<String> told = row.promote().equals(TierOutcomes.FAILED) ? seen.failures() : seen.reported();
            row.says()
                    .forEach(says -> assertThat(String.join("\n", told))
                            .as("what is told of %s", row)
                            .contains(says));
            assertThat(canonical().map(canonical -> canonical.current().ref()))
                    .as("the canonical behind %s", row)
                    .isEqualTo(row.canonical());
            LeftRunning.requireNothing(recipe);
            if (row.ref().isPresent()) {
                assertThat(readme).content().contains(row.told(row.promote()));
            }
        }
    }

    private EngineExecutionResults run(PromotionRow row, boolean first) throws IOException, InterruptedException {
        var tests = new TestsAtRef(Files.createTempDirectory(folder, recipe));
        // As it was then: nobody knew on which side of the alphabet a name leads elsewhere.
        tests.with(Setting.STACK_SORTS, "before");
        if (first) {
            tests.with(Setting.CANONICAL_REBUILD, recipe);
        }
        if (row.until().isPresent()) {
            tests.with(
                    Setting.CATALOGUE,
                    EarlierCatalogue.until(recipe, row.until().get(), folder));
        }
        row.ref().ifPresent(ref -> tests.with(Setting.REF, ref).with(Setting.TIER, Tier.PROMOTE.word()));
        PromotionCases.Cases cases = PromotionCases.Cases.of(recipe);
        DiscoverySelector selected = row.ref().isPresent()
                ? selectNestedClass(List.of(cases.all()), cases.promote())
                : selectClass(cases.all());
        return tests.of(selected);
    }

    private Optional<Canonical> canonical() {
        return registry.read(new RecipeName(recipe));
    }
}
