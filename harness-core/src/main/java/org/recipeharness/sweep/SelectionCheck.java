package org.recipeharness.sweep;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.settings.Setting;

/**
 * Checks that the settings that select tests have selected some, because a run without tests would look green.
 *
 * @param recipe the recipe of {@code -Drecipe}
 * @param tier the tier of {@code -Dtier}
 * @param from the releases of {@code -Dfrom}
 */
public record SelectionCheck(Optional<String> recipe, Optional<String> tier, Optional<String> from) {

    /**
     * Find what is wrong with the selection.
     *
     * @param found the test classes of recipes that discovery has found, selected or not; nothing is wrong if there are none, because
     *     a module without recipes has none to select
     * @param selected those that the run has tests of, each with the tiers of these tests
     * @return a problem each
     */
    public List<String> problems(Collection<RecipeTests> found, Collection<RecipeTests> selected) {
        if (found.isEmpty()) {
            return List.of();
        }
        Optional<String> empty = selection(found, selected);
        return empty.isPresent()
                ? List.of(empty.get())
                : from(selected).map(List::of).orElse(List.of());
    }

    private Optional<String> selection(Collection<RecipeTests> found, Collection<RecipeTests> selected) {
        if (recipe.isPresent() && found.stream().noneMatch(each -> each.isOf(recipe))) {
            return Optional.of("-Drecipe=" + recipe.get()
                    + ": this module has no test class for that recipe, so nothing"
                    + " would be tested. Recipes with a test class: " + list(found, each -> Stream.of(each.recipe()))
                    + ". Correct the name, or choose the module that has the recipe with -pl");
        }
        if (tier.isPresent() && selected.stream().noneMatch(each -> each.tiers().contains(tier.get()))) {
            return Optional.of("-Dtier=" + tier.get() + ": "
                    + recipe.map(name -> "the test class for the recipe '" + name + "' has no test of that tier")
                            .orElse("no test class of this module has a test of that tier")
                    + ", so nothing would be tested. Tiers with tests: "
                    + list(found.stream().filter(each -> each.isOf(recipe)).toList(), each -> each.tiers().stream())
                    + ". Correct the tier, or add a nested class for it");
        }
        if (recipe.isPresent() && selected.isEmpty()) {
            return Optional.of("-Drecipe=" + recipe.get() + ": no test for that recipe is selected, so nothing would be"
                    + " tested. It has a test class. Check the other filters of the run, such as tags (-Dgroups)"
                    + " and methods (-Dtest)");
        }
        return Optional.empty();
    }

    private Optional<String> from(Collection<RecipeTests> selected) {
        if (from.isEmpty() || selected.isEmpty() || selected.stream().anyMatch(RecipeTests::startsFromRelease)) {
            return Optional.empty();
        }
        return Optional.of("-Dfrom=" + from.get() + ": no selected test deploys an older release, so the setting would"
                + " have no effect. It needs a test of the tier upgrade or reattach, or of drill with "
                + Setting.DRILLS.key() + "=rollback. Tiers of the selected tests: "
                + list(selected, each -> each.tiers().stream())
                + ". Select one of these tiers, or leave -Dfrom out");
    }

    private static String list(Collection<RecipeTests> classes, Function<RecipeTests, Stream<String>> names) {
        String all = classes.stream()
                .flatMap(names)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
