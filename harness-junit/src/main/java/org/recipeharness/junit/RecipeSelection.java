package org.recipeharness.junit;

import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.settings.SettingsException;
import org.recipeharness.tier.Tier;

/**
 * Holds a run to the recipe of {@code -Drecipe} and the tier of {@code -Dtier}.
 *
 * <p>Works wherever JUnit's launcher runs: Surefire, IDEs, the console. A recipe without a class of its own is left to the one
 * whose {@link RecipeDeployment} names none; whether the catalogue knows it is told when it is checked out.
 */
public final class RecipeSelection implements PostDiscoveryFilter {

    private final Optional<Settings> settings = settings();

    private static Optional<Settings> settings() {
        try {
            return Optional.of(Settings.load());
        } catch (SettingsException e) {
            // Nothing is filtered then, and each class fails with this before it starts anything.
            return Optional.empty();
        }
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        // The launcher drops tests by this, and containers only once nothing is left in them.
        if (settings.isEmpty() || !descriptor.isTest()) {
            return FilterResult.included("decided by its tests");
        }
        TestDescriptor topLevel = descriptor;
        for (TestDescriptor each = descriptor; testClass(each).isPresent() || each == descriptor; each = parent(each)) {
            if (testClass(each).isPresent()) {
                topLevel = each;
                if (!isOfChosenTier(testClass(each).get())) {
                    return FilterResult.excluded("not of the tier of -Dtier");
                }
            }
        }
        return testClass(topLevel).isEmpty() || isOfChosenRecipe(topLevel)
                ? FilterResult.included("chosen")
                : FilterResult.excluded("not of the recipe of -Drecipe");
    }

    private boolean isOfChosenRecipe(TestDescriptor topLevel) {
        Optional<String> chosen = settings.orElseThrow().text(Setting.RECIPE);
        Optional<String> tested = testClass(topLevel).flatMap(RecipeSelection::recipe);
        boolean generic = tested.filter(String::isEmpty).isPresent();
        if (chosen.isEmpty()) {
            return !generic;
        }
        return generic ? !isTestedBeside(chosen.get(), topLevel) : tested.equals(chosen);
    }

    private boolean isOfChosenTier(Class<?> testClass) {
        Optional<String> chosen = settings.orElseThrow().text(Setting.TIER);
        Optional<OfTier> tier = AnnotationSupport.findAnnotation(testClass, OfTier.class);
        return chosen.isEmpty()
                || tier.isEmpty()
                || tier.get().value().word().equals(chosen.get())
                || !isKnownTier(chosen.get());
    }

    /** An unknown tier filters nothing: each class then fails with the list of the known ones. */
    private static boolean isKnownTier(String word) {
        try {
            Tier.of(word);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTestedBeside(String recipe, TestDescriptor descriptor) {
        return descriptor
                .getParent()
                .map(parent -> parent.getChildren().stream()
                        .flatMap(sibling -> testClass(sibling).stream())
                        .anyMatch(sibling -> recipe(sibling).equals(Optional.of(recipe))))
                .orElse(false);
    }

    private static Optional<String> recipe(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                .map(RecipeDeployment::value);
    }

    private static TestDescriptor parent(TestDescriptor descriptor) {
        return descriptor.getParent().orElseThrow();
    }

    private static Optional<Class<?>> testClass(TestDescriptor descriptor) {
        return descriptor
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass());
    }
}
