package org.recipeharness.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Says beside which others a recipe's class may run, where JUnit runs anything side by side. A class that holds a lock runs all that
 * is nested in it in one thread, in its order.
 */
final class RecipeLocks implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        if (SideBySide.atOnce() == 1) {
            // JUnit's configuration may be meant for other classes of the suite.
            return Set.of(new Lock(Resources.GLOBAL, ResourceAccessMode.READ_WRITE));
        }
        Optional<String> recipe = AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                .map(RecipeDeployment::value)
                .filter(name -> !name.isEmpty());
        return recipe.map(name -> Set.of(new Lock("org.recipeharness.recipe." + name, ResourceAccessMode.READ_WRITE)))
                .orElse(Set.of());
    }
}
