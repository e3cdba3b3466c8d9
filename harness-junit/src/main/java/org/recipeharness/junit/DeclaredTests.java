package org.recipeharness.junit;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.recipeharness.app.AppProbe;
import org.recipeharness.deployment.Tier;
import org.recipeharness.sweep.RecipeTests;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Upgraded;

/**
 * What a recipe's test class declares, read from its code.
 *
 * @param testClass the outermost class, which has the annotation
 */
record DeclaredTests(Class<?> testClass) {

    private static final Set<Tier> FROM_A_RELEASE = EnumSet.of(Tier.UPGRADE, Tier.REATTACH);

    /** Return it and the classes that are nested in it. */
    List<Class<?>> classes() {
        var all = new ArrayList<Class<?>>(List.of(testClass));
        // Grows while it is read.
        for (int i = 0; i < all.size(); i++) {
            ReflectionSupport.findNestedClasses(
                            all.get(i), nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                    .stream()
                    .filter(nested -> !all.contains(nested))
                    .forEach(all::add);
        }
        return all;
    }

    /** Return the methods and constructors of a class, with those of its superclasses. */
    static List<Executable> executables(Class<?> declaring) {
        return Stream.<Executable>concat(
                        Arrays.stream(declaring.getDeclaredConstructors()),
                        ReflectionSupport.findMethods(declaring, method -> true, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .toList();
    }

    Set<Tier> tiers() {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        classes().stream().flatMap(each -> tier(each).stream()).forEach(tiers::add);
        return tiers;
    }

    static Optional<Tier> tier(Class<?> nested) {
        return AnnotationSupport.findAnnotation(nested, OfTier.class).map(OfTier::value);
    }

    /**
     * Return what settings can name of it.
     *
     * @param selected the tiers that count
     * @param rollback whether the drill tier goes back to an older release
     */
    RecipeTests withTiers(Collection<Tier> selected, boolean rollback) {
        RecipeDeployment deployment = AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                .orElseThrow();
        return new RecipeTests(
                deployment.value(),
                selected.stream().map(Tier::word).collect(Collectors.toSet()),
                probes(deployment),
                selected.stream().anyMatch(FROM_A_RELEASE::contains)
                        || (selected.contains(Tier.DRILL) && rollback)
                        || takesAnOlderRelease(selected));
    }

    /** A test of any tier may ask for the result of an upgrade. */
    private boolean takesAnOlderRelease(Collection<Tier> selected) {
        return classes().stream()
                .filter(each -> tier(each).map(selected::contains).orElse(true))
                .flatMap(each -> executables(each).stream())
                .flatMap(each -> Arrays.stream(each.getParameterTypes()))
                .anyMatch(type -> type == Upgraded.class || type == Reattached.class);
    }

    /** Return the names of the probes; empty if one names itself, or none is declared and the recipe's ports are asked. */
    private static Optional<Set<String>> probes(RecipeDeployment deployment) {
        var names = new TreeSet<String>();
        for (Ready ready : deployment.ready()) {
            if (ready.by() != AppProbe.class) {
                return Optional.empty();
            }
            if (ready.tcp() != Ready.UNSET) {
                names.add(DeploymentPlanning.TCP + ready.tcp());
            } else if (!ready.http().isEmpty()) {
                names.add(DeploymentPlanning.HTTP);
            } else if (ready.exec().length > 0) {
                names.add(DeploymentPlanning.EXEC + ready.exec()[0]);
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
