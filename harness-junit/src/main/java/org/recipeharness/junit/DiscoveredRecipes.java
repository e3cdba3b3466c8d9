package org.recipeharness.junit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The test classes of recipes that JUnit's discovery has found, selected or not.
 *
 * <p>One for the process, because no session of the launcher knows them all: Surefire discovers each class by itself, up to 3.5.3 in
 * a session of its own, and the session that runs the tests never gets to know the classes of which no test is selected.
 */
final class DiscoveredRecipes {

    static final DiscoveredRecipes OF_THIS_PROCESS = new DiscoveredRecipes();

    private final Set<Class<?>> classes = new LinkedHashSet<>();

    synchronized void add(Class<?> testClass) {
        classes.add(testClass);
    }

    /** Return the classes that were found since the last call. */
    synchronized List<Class<?>> take() {
        List<Class<?>> taken = List.copyOf(classes);
        classes.clear();
        return taken;
    }
}
