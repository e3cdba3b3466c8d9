package org.recipeharness.recipes;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.recipeharness.settings.Settings;

/**
 * Isolates a class where recipes run beside it, and only there: JUnit runs all of an isolated class in one thread, and this one's tests
 * are to run side by side.
 */
final class AloneOnTheNode implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return Settings.load().sweeping().parallel() == 1
                ? Set.of()
                : Set.of(new Lock(Resources.GLOBAL, ResourceAccessMode.READ_WRITE));
    }
}
