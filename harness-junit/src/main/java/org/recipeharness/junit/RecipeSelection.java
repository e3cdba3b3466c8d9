package org.recipeharness.junit;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.recipeharness.deployment.Tier;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/**
 * Holds a run to the recipe of {@code -Drecipe}, or else to all that have a class or are listed, and to the tier of {@code -Dtier}.
 *
 * <p>Works wherever JUnit's launcher runs: Surefire, IDEs, the console. A recipe without a class of its own is left to the one
 * whose {@link RecipeDeployment} names none; whether the catalogue knows it is told when it is checked out.
 */
public final class RecipeSelection implements PostDiscoveryFilter {

    private final DiscoveredRecipes discovered;

    // Settings that are wrong as a whole are told by each class, before it starts anything.
    private final Optional<String> recipe = Settings.peek(Setting.RECIPE);
    private final Optional<String> tier = Settings.peek(Setting.TIER);
    private final boolean again =
            Settings.peek(Setting.RERUNS).filter(times -> !times.equals("0")).isPresent();

    /** Is called by the launcher. */
    public RecipeSelection() {
        this(DiscoveredRecipes.OF_THIS_PROCESS);
    }

    RecipeSelection(DiscoveredRecipes discovered) {
        this.discovered = discovered;
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        // The launcher drops leaves by this - tests, and templates that have no invocation yet -, and then what they
        // leave empty.
        TestDescriptor topLevel = descriptor;
        boolean ofTier = true;
        for (TestDescriptor each = descriptor; each.getParent().isPresent(); each = parent(each)) {
            if (testClass(each).isPresent()) {
                topLevel = each;
                ofTier = ofTier && isOfChosenTier(testClass(each).get());
            }
        }
        // What is left out has to be known too: a choice that leaves nothing is a mistake.
        testClass(topLevel).filter(each -> tested(each).isPresent()).ifPresent(discovered::add);
        if (!ofTier) {
            return FilterResult.excluded("not of the tier of -Dtier");
        }
        return testClass(topLevel).isEmpty() || isOfChosenRecipe(topLevel) || isToRunAgain(topLevel)
                ? FilterResult.included("chosen")
                : FilterResult.excluded("not of the recipe of -Drecipe");
    }

    private boolean isOfChosenRecipe(TestDescriptor topLevel) {
        Optional<String> tested = testClass(topLevel).flatMap(RecipeSelection::tested);
        boolean generic = tested.filter(String::isEmpty).isPresent();
        if (recipe.isEmpty()) {
            return !generic
                    || (testClass(topLevel).filter(ListedRecipes::isTemplate).isPresent()
                            && !ListedRecipes.of(Settings::peek, testedBeside(topLevel))
                                    .isEmpty());
        }
        return generic ? !isTestedBeside(recipe.get(), topLevel) : tested.equals(recipe);
    }

    /** With a recipe it has to be asked for. */
    private boolean isToRunAgain(TestDescriptor topLevel) {
        return again
                && testClass(topLevel)
                        .filter(RerunTests.class::isAssignableFrom)
                        .isPresent();
    }

    private boolean isOfChosenTier(Class<?> testClass) {
        Optional<OfTier> asserted = AnnotationSupport.findAnnotation(testClass, OfTier.class);
        return tier.isEmpty()
                || asserted.isEmpty()
                || asserted.get().value().word().equals(tier.get())
                || !isKnownTier(tier.get());
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
        return testedBeside(descriptor).contains(recipe);
    }

    private static Set<String> testedBeside(TestDescriptor descriptor) {
        return descriptor.getParent().stream()
                .flatMap(parent -> parent.getChildren().stream())
                .flatMap(sibling -> testClass(sibling).stream())
                .flatMap(sibling -> tested(sibling).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> tested(Class<?> testClass) {
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
