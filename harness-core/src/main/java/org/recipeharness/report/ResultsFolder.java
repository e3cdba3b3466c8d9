package org.recipeharness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.recipeharness.report.html.Badge;
import org.recipeharness.report.html.ResultsPage;
import org.recipeharness.report.json.ResultsJson;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierOutcome;

/** Where the results of the last run lie: for programs, for readers, for a pull request, and a badge for each recipe. */
public final class ResultsFolder {

    /** The text for a comment below a pull request. */
    public static final String COMMENT = "comment.md";

    private final Path folder;
    // Behind each recipe all is written anew, of which only one badge has changed.
    private final Map<String, TierOutcome> badges = new HashMap<>();

    /**
     * Names the folder.
     *
     * @param folder where to; made when something is written
     */
    public ResultsFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Writes results in the place of those of the run before, each file as a whole or not at all.
     *
     * @param results what is to be told, in which secrets are masked
     * @return the page
     * @throws IOException when a file can't be written
     */
    public synchronized Path write(SweepResults results) throws IOException {
        var links = new Links(folder);
        Files.createDirectories(folder);
        put(ResultsJson.FILE, new ResultsJson(links).of(results));
        Map<String, List<RecipeResult>> byRecipe =
                results.recipes().stream().collect(Collectors.groupingBy(RecipeResult::recipe));
        for (var recipe : byRecipe.entrySet()) {
            TierOutcome outcome = TierOutcome.worst(recipe.getValue().stream().map(RecipeResult::outcome));
            if (badges.get(recipe.getKey()) != outcome) {
                put(badge(recipe.getKey()), new Badge(recipe.getKey(), outcome).svg());
                badges.put(recipe.getKey(), outcome);
            }
        }
        put(COMMENT, new Comment().of(results));
        return put(ResultsPage.FILE, new ResultsPage(links).of(results));
    }

    private static String badge(String recipe) {
        return "badge-" + recipe.replaceAll("[^A-Za-z0-9._-]", "-") + ".svg";
    }

    private Path put(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        // Not as a temporary file, which nobody else could read.
        Path unfinished = folder.resolve("." + name + ".unfinished");
        try {
            // Bytes, as a cause may hold half of a character, which Files.writeString refuses.
            Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
