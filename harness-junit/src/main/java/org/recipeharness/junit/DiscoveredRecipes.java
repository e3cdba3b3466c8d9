package org.recipeharness.junit;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The test classes of recipes that JUnit's discovery has found, selected or not.
 *
 * <p>One for the process, because no session of the launcher knows them all: Surefire discovers each class by itself, up to 3.5.3 in
 * a session of its own, and the session that runs the tests never gets to know the classes of which no test is selected.
 */
final class DiscoveredRecipes {

    static final DiscoveredRecipes OF_THIS_PROCESS = new DiscoveredRecipes();

    private final Set<Class<?>> classes = new LinkedHashSet<>();

    /** Return the test classes of recipes in the folders and jars that these classes were loaded from. */
    static List<Class<?>> inTheModulesOf(Collection<Class<?>> found) {
        return found.stream()
                .flatMap(each -> Stream.ofNullable(each.getProtectionDomain().getCodeSource()))
                .map(source -> URI.create(source.getLocation().toString()))
                .distinct()
                .flatMap(root -> ReflectionSupport.findAllClassesInClasspathRoot(
                        root, each -> AnnotationSupport.isAnnotated(each, RecipeDeployment.class), name -> true)
                        .stream())
                .toList();
    }

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
