package org.recipeharness.junit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.recipeharness.deployment.Tier;
import org.recipeharness.restore.Drill;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.sweep.BudgetCheck;
import org.recipeharness.sweep.RecipeTests;
import org.recipeharness.sweep.SelectionCheck;

/**
 * Checks that what the settings of a run name is in the run. A setting that names nothing has no effect, and a run without effect looks
 * green.
 */
final class RunCheck {

    private final List<String> selection;
    private final BudgetCheck budgets;
    private boolean reported;

    private RunCheck(List<String> selection, BudgetCheck budgets) {
        this.selection = List.copyOf(selection);
        this.budgets = budgets;
    }

    /** Return the check of a run that repeats a part of another one, which has been checked itself. */
    static RunCheck ofRepetition() {
        return new RunCheck(List.of(), new BudgetCheck(List.of(), List.of()));
    }

    static RunCheck of(FollowedRecipes recipes, SweepSettings settings, Collection<Class<?>> discovered) {
        Optional<Tier> tier = chosen(settings, Setting.TIER).flatMap(RunCheck::known);
        boolean rollback = chosen(settings, Setting.DRILLS).orElse("").contains(Drill.ROLLBACK.toString());
        List<RecipeTests> found = discovered.stream()
                .map(DeclaredTests::new)
                .map(each -> each.withTiers(each.tiers(), rollback))
                .toList();
        var selection = new SelectionCheck(
                        chosen(settings, Setting.RECIPE), tier.map(Tier::word), chosen(settings, Setting.FROM))
                .problems(
                        found,
                        recipes.all().stream()
                                .map(progress -> progress.tests(tier, rollback))
                                .toList());
        return new RunCheck(selection, budgets(recipes, settings, discovered));
    }

    private static BudgetCheck budgets(
            FollowedRecipes recipes, SweepSettings settings, Collection<Class<?>> discovered) {
        Set<String> probes = settings.valid().map(Settings::budgetedProbes).orElse(Set.of());
        Predicate<String> ofRun = probe -> {
            String key = Setting.BUDGET_PREFIX + probe;
            return settings.told().containsKey(key) || System.getProperty(key) != null;
        };
        List<String> ofFile = probes.stream().filter(ofRun.negate()).toList();
        var check = new BudgetCheck(probes.stream().filter(ofRun).toList(), ofFile);
        recipes.all()
                .forEach(progress -> check.selected(
                        key(progress), progress.tests(Optional.empty(), false).probes()));
        List<Class<?>> selected =
                recipes.all().stream().<Class<?>>map(RecipeProgress::testClass).toList();
        // An IDE and -Dtest show one class of many, and the file is for all of them.
        (ofFile.isEmpty() ? discovered : DiscoveredRecipes.inTheModulesOf(discovered))
                .stream()
                        .filter(testClass -> !selected.contains(testClass))
                        .forEach(testClass -> check.leftOut(
                                testClass.getName(),
                                new DeclaredTests(testClass)
                                        .withTiers(Set.of(), false)
                                        .probes()));
        return check;
    }

    private static String key(RecipeProgress progress) {
        return progress.recipe() + " " + progress.testClass().getName();
    }

    private static Optional<String> chosen(SweepSettings settings, Setting setting) {
        return Optional.ofNullable(settings.chosen().get(setting.key()));
    }

    /** An unknown tier filters nothing, and each class reports it. */
    private static Optional<Tier> known(String word) {
        return Stream.of(Tier.values()).filter(tier -> tier.word().equals(word)).findFirst();
    }

    /** Determine whether the budgets can only be judged if a recipe's probes are named. */
    boolean needsProbesOf(RecipeProgress progress) {
        return budgets.needs(key(progress));
    }

    /** Record the names of a recipe's probes. */
    void probes(RecipeProgress progress, Set<String> names) {
        budgets.selected(key(progress), Optional.of(names));
    }

    /**
     * Require that nothing is wrong as far as it is known now.
     *
     * @throws ExtensionConfigurationException with all that is wrong, for a class to fail with
     */
    void require() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            reported = true;
            throw new ExtensionConfigurationException(String.join("\n", problems));
        }
    }

    /**
     * Require that what is wrong has been reported by a class.
     *
     * @throws IllegalStateException with all that is wrong, if no class was there to fail with it
     */
    void requireReported() {
        List<String> problems = problems();
        if (!problems.isEmpty() && !reported) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    private List<String> problems() {
        return Stream.concat(selection.stream(), budgets.problems().stream()).toList();
    }
}
