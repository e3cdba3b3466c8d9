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
        Optional<Class<?>> testClass = testClass(descriptor);
        if (testClass.isEmpty() || settings.isEmpty()) {
            return FilterResult.included("not a class");
        }
        return isNested(descriptor) ? byTier(testClass.get()) : byRecipe(testClass.get(), descriptor);
    }

    private FilterResult byRecipe(Class<?> testClass, TestDescriptor descriptor) {
        Optional<String> chosen = settings.orElseThrow().text(Setting.RECIPE);
        Optional<String> tested = recipe(testClass);
        if (chosen.isEmpty()) {
            boolean generic = tested.filter(String::isEmpty).isPresent();
            return FilterResult.includedIf(!generic, () -> "no -Drecipe", () -> "for the recipe of -Drecipe only");
        }
        boolean generic = tested.filter(String::isEmpty).isPresent() && !isTestedBeside(chosen.get(), descriptor);
        return FilterResult.includedIf(
                generic || tested.equals(chosen), () -> "tests " + chosen.get(), () -> "does not test " + chosen.get());
    }

    private FilterResult byTier(Class<?> nested) {
        Optional<String> chosen = settings.orElseThrow().text(Setting.TIER);
        Optional<OfTier> tier = AnnotationSupport.findAnnotation(nested, OfTier.class);
        boolean included = chosen.isEmpty()
                || tier.isEmpty()
                || tier.get().value().word().equals(chosen.get())
                || !isKnownTier(chosen.get());
        return FilterResult.includedIf(included, () -> "tier " + chosen, () -> "not tier " + chosen);
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

    private static boolean isNested(TestDescriptor descriptor) {
        return descriptor.getParent().flatMap(RecipeSelection::testClass).isPresent();
    }

    private static Optional<Class<?>> testClass(TestDescriptor descriptor) {
        return descriptor
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass());
    }
}
