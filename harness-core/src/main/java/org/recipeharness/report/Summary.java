package org.recipeharness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.recipeharness.report.html.Wording;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.Percent;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.report.model.Took;
import org.recipeharness.verdict.Verdict;

/** What a run has come to, for a terminal: a line a recipe. */
public final class Summary {

    private static final int CAUSE = 160;
    private static final int GAP = 240;
    private static final int MOST_PLACES = 4;

    private final Ink ink;
    private final Wording wording = new Wording(UnaryOperator.identity());

    /**
     * Prepares to write lines.
     *
     * @param ink whether they are coloured
     */
    public Summary(Ink ink) {
        this.ink = ink;
    }

    /**
     * Tells of a whole run.
     *
     * @param results what to tell, in which secrets are masked
     * @return the lines, the whole's last
     */
    public List<String> of(SweepResults results) {
        int widest = results.recipes().stream()
                .mapToInt(recipe -> recipe.recipe().length())
                .max()
                .orElse(1);
        var lines = new ArrayList<String>();
        results.recipes().forEach(recipe -> {
            lines.add(recipe.recipe() + " ".repeat(widest - recipe.recipe().length()) + "  " + told(recipe));
            lines.addAll(gaps(recipe.coverage()));
        });
        results.incidents()
                .forEach(incident ->
                        lines.add("One cause of " + incident.recipes().size() + " recipes, "
                                + String.join(", ", incident.recipes()) + ": "
                                + wording.plain(incident.cause().text(), CAUSE)));
        lines.add("Recipes: " + results.recipes().size() + ", "
                + painted(results.outcome())
                + (results.missing().isEmpty() ? "" : ", incomplete")
                + ", " + Took.of(results.took()));
        return lines;
    }

    /**
     * Tells of one recipe.
     *
     * @param recipe what came of it
     * @return a line
     */
    public String of(RecipeResult recipe) {
        return recipe.recipe() + "  " + told(recipe);
    }

    private String told(RecipeResult recipe) {
        var parts = new ArrayList<String>();
        recipe.head().ifPresent(head -> parts.add(wording.plain(head.ref(), CAUSE)));
        parts.add(painted(recipe.outcome())
                + recipe.judged().map(judged -> ": " + told(judged.verdict())).orElse(""));
        parts.add(tiers(recipe.tiers()));
        parts.add(Took.of(recipe.took()));
        recipe.imposed().ifPresent(load -> parts.add("under " + load));
        recipe.reds().stream().findFirst().ifPresent(red -> parts.add(wording.plain(red.cause(), CAUSE)));
        recipe.past()
                .flatMap(Past::recalled)
                .filter(recalled -> recipe.reds().isEmpty())
                .ifPresent(recalled -> parts.add(wording.plain(recalled.told(), CAUSE)));
        parts.addAll(recipe.remarks());
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("  "));
    }

    /** Return the lines below a recipe's own, which name the data that the run proves nothing of. */
    private List<String> gaps(DataCoverage coverage) {
        return coverage.gaps(MOST_PLACES).stream()
                .flatMap(gap -> gap.lines().stream().map(line -> "  " + gap.title() + ": " + wording.plain(line, GAP)))
                .toList();
    }

    private static String told(Verdict verdict) {
        return verdict.kind().word()
                + (verdict.wrong().isPresent()
                        ? " (probability of being wrong: " + Percent.of(verdict.wrong()) + ")"
                        : "");
    }

    /** Those that are red by name, those that are green by their number, and the others behind. */
    private String tiers(List<TierResult> tiers) {
        var told = new ArrayList<String>();
        tiers.stream().filter(tier -> tier.outcome().isRed()).map(this::named).forEach(told::add);
        long passed = tiers.stream()
                .filter(tier -> tier.outcome() == TierOutcome.PASSED)
                .count();
        if (passed > 0) {
            told.add(passed + " of " + tiers.size() + " " + ink.paint(TierOutcome.PASSED, TierOutcome.PASSED.word()));
        }
        tiers.stream()
                .filter(tier -> !tier.outcome().isRed() && tier.outcome() != TierOutcome.PASSED)
                .map(this::named)
                .forEach(told::add);
        return String.join(", ", told);
    }

    private String named(TierResult tier) {
        return tier.tier() + " " + ink.paint(tier.outcome(), tier.outcome().word());
    }

    private String painted(TierOutcome outcome) {
        return ink.paint(outcome, outcome.word().toUpperCase(Locale.ROOT));
    }
}
