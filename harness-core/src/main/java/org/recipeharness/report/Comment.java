package org.recipeharness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.recipeharness.report.html.Wording;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.Took;

/**
 * Writes the results of a run as the text of a comment below a pull request, in the Markdown that GitHub, Gitea and Forgejo share.
 *
 * <p>Texts of others stand in code spans, where no mention, link or markup of theirs does anything.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class Comment {

    private static final int CAUSE = 300;
    private static final int COMMIT = 8;
    private static final int MOST_PLACES = 4;

    private static final int MOST_RECIPES = 100;

    // GitHub takes 65536 characters at most.
    private static final int LONGEST = 60_000;

    private final Wording wording = new Wording(UnaryOperator.identity());

    String of(SweepResults results) {
        var lines = new ArrayList<String>();
        lines.add("### Recipe Harness: " + results.outcome().word()
                + (results.state().equals("complete") ? "" : " (" + results.state() + ")"));
        lines.add("");
        List<String> tiers = results.tiers();
        lines.add(row(cells("recipe", "version", "outcome", tiers, "took")));
        lines.add(
                row(cells("---", "---", "---", tiers.stream().map(tier -> "---").toList(), "---")));
        results.recipes().stream()
                .limit(MOST_RECIPES)
                .forEach(recipe -> lines.add(row(cells(
                        code(recipe.recipe()),
                        version(recipe),
                        outcome(recipe),
                        tiers.stream().map(tier -> tier(recipe, tier)).toList(),
                        Took.of(recipe.took())))));
        if (results.recipes().size() > MOST_RECIPES) {
            lines.add("");
            lines.add("… and " + (results.recipes().size() - MOST_RECIPES) + " more");
        }
        var text = new StringBuilder(String.join("\n", lines));
        for (RecipeResult recipe : results.recipes()) {
            String detail = detail(recipe);
            if (text.length() + detail.length() > LONGEST) {
                text.append("\n\n… and more, which the report tells");
                break;
            }
            text.append(detail);
        }
        return text.append('\n').toString();
    }

    private String detail(RecipeResult recipe) {
        var lines = new ArrayList<String>();
        recipe.reds()
                .forEach(red -> lines.add("- **" + red.tier().orElse("outside of all tiers") + "** " + code(red.test())
                        + " " + red.outcome().word() + ": " + code(red.cause())));
        recipe.tests().missing().forEach(test -> lines.add("- expected, and not heard of: " + code(test)));
        boolean again = !lines.isEmpty();
        recipe.coverage()
                .gaps(MOST_PLACES)
                .forEach(gap -> gap.lines().forEach(line -> lines.add("- " + gap.title() + ": " + code(line))));
        if (lines.isEmpty()) {
            return "";
        }
        recipe.judged()
                .ifPresent(judged -> lines.add(
                        0,
                        "**" + judged.verdict().kind().word() + "**: "
                                + code(judged.verdict().because()) + "\n"));
        if (again) {
            lines.add("\nAgain: " + code(recipe.command()));
        }
        return "\n\n#### " + code(recipe.recipe()) + "\n\n" + String.join("\n", lines);
    }

    private String version(RecipeResult recipe) {
        return recipe.head()
                .map(head -> code(head.ref()) + " at "
                        + code(head.commit()
                                        .substring(
                                                0,
                                                Math.min(COMMIT, head.commit().length()))
                                + (head.dirty() ? "+U" : "")))
                .orElse("–");
    }

    private static String outcome(RecipeResult recipe) {
        return recipe.outcome().word()
                + recipe.judged()
                        .map(judged -> " (" + judged.verdict().kind().word() + ")")
                        .orElse("");
    }

    private static String tier(RecipeResult recipe, String tier) {
        return recipe.tier(tier).map(result -> result.outcome().word()).orElse("–");
    }

    private static List<String> cells(String recipe, String version, String outcome, List<String> tiers, String took) {
        var cells = new ArrayList<>(List.of(recipe, version, outcome));
        cells.addAll(tiers);
        cells.add(took);
        return cells;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A code span, on one line, which nothing in it ends; within a table a bar would end the cell, even there. */
    private String code(String text) {
        String line = wording.plain(text, CAUSE)
                .replaceAll("\\s+", " ")
                .replace('`', '\'')
                .replace("|", "\\|")
                .strip();
        return line.isEmpty() ? "–" : "`" + line + "`";
    }
}
