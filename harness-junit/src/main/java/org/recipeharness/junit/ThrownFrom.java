package org.recipeharness.junit;

import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.run.RecipeRun;

/**
 * Whose code something was thrown from, told by where the classes of its stack were loaded from, as names may be anybody's.
 *
 * @param frames those above JUnit's, the innermost first
 * @param own where the recipe's test class was loaded from; empty where that is not known
 */
record ThrownFrom(List<StackTraceElement> frames, Optional<String> own) {

    // JUnit is pruned from what it hands on; what it calls tests and extensions by, is left.
    private static final String CALL_OF_A_TEST = "java.lang.reflect.Method";
    private static final Set<String> HARNESS = Stream.of(RecipeRun.class, ThrownFrom.class)
            .flatMap(type -> place(type).stream())
            .collect(Collectors.toSet());

    /** Whose a frame can be. */
    enum Whose {
        HARNESS,
        OWN,
        OTHER
    }

    static ThrownFrom of(Throwable thrown, Class<?> testClass) {
        List<StackTraceElement> all = Arrays.asList(thrown.getStackTrace());
        int end = 0;
        while (end < all.size() && !isOfJUnit(all.get(end))) {
            boolean entry = all.get(end).getClassName().equals(RecipeDeploymentExtension.class.getName());
            end++;
            if (entry) {
                break;
            }
        }
        return new ThrownFrom(all.subList(0, end), place(testClass));
    }

    /** Whether the recipe's own tests, or what lies beside them, had a part in it. */
    boolean passedOwn() {
        return frames.stream().map(this::whose).anyMatch(Whose.OWN::equals);
    }

    /** Whose code was the innermost that is not a library's. */
    Whose innermost() {
        return frames.stream()
                .map(this::whose)
                .filter(whose -> whose != Whose.OTHER)
                .findFirst()
                .orElse(Whose.OTHER);
    }

    private Whose whose(StackTraceElement frame) {
        Optional<String> place = placeOf(frame.getClassName());
        if (place.isEmpty()) {
            return Whose.OTHER;
        }
        if (HARNESS.contains(place.get())) {
            return Whose.HARNESS;
        }
        return place.equals(own) ? Whose.OWN : Whose.OTHER;
    }

    private static boolean isOfJUnit(StackTraceElement frame) {
        return frame.getClassName().equals(CALL_OF_A_TEST)
                || frame.getClassName().startsWith("org.junit.");
    }

    private static Optional<String> placeOf(String className) {
        try {
            return place(Class.forName(className, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            // Made at run time, such as a lambda's: whoever made it has a frame beside.
            return Optional.empty();
        }
    }

    private static Optional<String> place(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString);
    }
}
