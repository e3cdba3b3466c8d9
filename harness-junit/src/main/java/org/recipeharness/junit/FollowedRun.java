package org.recipeharness.junit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.deployment.Tier;
import org.recipeharness.history.Identity;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.settings.LoadWish;
import org.recipeharness.verdict.Past;

/**
 * A run of recipes that is being followed: what it was to do, and what has come of it so far.
 *
 * @param plan what JUnit's launcher is about to run
 * @param settings what the settings say to it as a whole
 * @param started when it began
 * @param history what is known from earlier ones
 * @param print hashes what a result depends on; empty where the settings are wrong
 * @param recipes the recipes of the plan
 * @param check whether what the settings name is there
 */
record FollowedRun(
        TestPlan plan,
        SweepSettings settings,
        Instant started,
        SweepHistory history,
        Optional<HarnessPrint> print,
        FollowedRecipes recipes,
        RunCheck check) {

    /**
     * Begin to follow a run.
     *
     * @param discovered the test classes of recipes that were found for it; empty for a run that repeats a part of another one
     */
    static FollowedRun of(TestPlan plan, Optional<List<Class<?>>> discovered) {
        var settings = SweepSettings.of(plan);
        var recipes = FollowedRecipes.of(plan, settings);
        return new FollowedRun(
                plan,
                settings,
                Instant.now(),
                new SweepHistory(settings),
                settings.valid().map(HarnessPrint::new),
                recipes,
                discovered
                        .map(classes -> RunCheck.of(recipes, settings, classes))
                        .orElseGet(RunCheck::ofRepetition));
    }

    PlannedTest planned(TestIdentifier identifier) {
        return new PlannedTest(plan, identifier);
    }

    /** The recipes that an event is about. */
    List<RecipeProgress> about(TestIdentifier identifier) {
        return recipes.isEmpty() ? List.of() : recipes.about(planned(identifier));
    }

    /** What is known of a class's recipe from before. */
    Optional<SweepRecorder.Candidate> candidate(String owner) {
        return recipes.ownedBy(owner).map(progress -> {
            RecipeResult now = progress.soFar();
            return new SweepRecorder.Candidate(
                    now.recipe(), history.of(now.recipe(), now.testClass()).newest(), print.flatMap(progress::harness));
        });
    }

    void recalls(String owner, Recalled recalled) {
        recipes.ownedBy(owner).ifPresent(progress -> history.recalls(progress.soFar(), recalled));
    }

    /** The recipes that are red so far by something that another run might change, in the order of the plan. */
    List<RedRecipe> red() {
        return recipes.all().stream()
                .filter(this::isToBeRunAgain)
                .map(each -> each.red(name(each)))
                .toList();
    }

    private boolean isToBeRunAgain(RecipeProgress progress) {
        RecipeResult result = progress.soFar();
        return result.outcome().isRed() && !history.isRecalled(result);
    }

    /** A recipe may have several test classes. */
    String name(RecipeProgress progress) {
        boolean several = recipes.all().stream()
                        .filter(each -> each.recipe().equals(progress.recipe()))
                        .count()
                > 1;
        return progress.recipe() + (several ? " (" + progress.soFar().simpleClass() + ")" : "");
    }

    List<String> toCome() {
        return recipes.all().stream()
                .filter(RecipeProgress::isToCome)
                .map(this::name)
                .toList();
    }

    /** What earlier runs know of a recipe that is red now. */
    Past past(RedRecipe red) {
        Optional<String> harness = recipes.ownedBy(red.owner()).flatMap(progress -> print.flatMap(progress::harness));
        return history.past(red.result(), harness);
    }

    SweepResults results(boolean over, Function<RecipeProgress, RecipeResult> result) {
        return new SweepResults(
                started,
                Instant.now(),
                over,
                Stream.concat(Stream.of(Tier.values()).map(Tier::word), Stream.of(RecipeProgress.OUTSIDE))
                        .toList(),
                settings.chosen(),
                recipes.all().stream().map(result).map(history::withPast).toList(),
                history.remarks());
    }

    /** Adds it, at its end, to the history. */
    void remember() {
        history.record(results(true, RecipeProgress::atTheEnd), this::identity);
    }

    private Optional<Identity> identity(RecipeResult result) {
        return recipes.all().stream()
                .filter(progress -> progress.tests(result))
                .findFirst()
                .flatMap(progress -> print.flatMap(progress::identity));
    }

    /**
     * Insists that something was heard of each test that was chosen.
     *
     * @throws IllegalStateException when a run has ended without that; the recipes are named
     */
    void requireComplete() {
        List<String> missing = recipes.all().stream()
                .map(RecipeProgress::atTheEnd)
                .filter(recipe -> !recipe.tests().missing().isEmpty())
                .map(recipe -> "\n  " + recipe.recipe() + ": "
                        + String.join(", ", recipe.tests().missing()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Running the tests of recipes: the run has ended, and nothing was heard of"
                    + " these tests, expected the end of each. Look for what has stopped it, and run it again:"
                    + String.join("", missing));
        }
    }

    /**
     * Insists that the load of the run was meant for a recipe that it has.
     *
     * @throws IllegalStateException when none is called so; those that there are are named
     */
    void requireLoaded() {
        Optional<String> wanted =
                settings.valid().flatMap(valid -> valid.sweeping().load()).flatMap(LoadWish::recipe);
        List<String> there =
                recipes.all().stream().map(RecipeProgress::recipe).distinct().toList();
        if (wanted.isPresent() && !there.isEmpty() && !there.contains(wanted.get())) {
            throw new IllegalStateException("Putting a load (harness.load) on the recipe '" + wanted.get()
                    + "': found no such recipe in this run, so nothing was under load; expected one of "
                    + String.join(", ", there));
        }
    }
}
