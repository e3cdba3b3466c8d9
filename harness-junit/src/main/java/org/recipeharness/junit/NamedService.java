package org.recipeharness.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.recipeharness.deployment.Tier;

/**
 * A service that a test class names.
 *
 * @param service its name within the stack
 * @param place the annotation that names it, and the method
 * @param changes the changes of the recipe that the head must contain if it is to have the service
 */
record NamedService(String service, String place, List<String> changes) {

    private static final Set<Tier> WITHOUT_DATA = EnumSet.of(Tier.LOOK, Tier.INSTALL, Tier.CUSTOM);

    NamedService {
        changes = List.copyOf(changes);
    }

    /**
     * Find those of a recipe's test class. Tests that may be skipped are left out, because their condition may be about the service.
     *
     * @param chosen the tier that the run is held to; what only other tiers use is left out
     */
    static List<NamedService> in(Class<?> testClass, Optional<Tier> chosen) {
        RecipeDeployment deployment = AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                .orElseThrow();
        List<String> changes = TestScope.of(Optional.empty(), testClass);
        var all = new ArrayList<NamedService>();
        if (chosen.filter(WITHOUT_DATA::contains).isEmpty()) {
            for (PostgresMarker marker : deployment.postgres()) {
                all.add(new NamedService(
                        marker.service(), "@PostgresMarker(service = \"" + marker.service() + "\")", changes));
            }
        }
        for (Ready ready : deployment.ready()) {
            if (!ready.service().isEmpty()) {
                all.add(new NamedService(ready.service(), "@Ready(service = \"" + ready.service() + "\")", changes));
            }
        }
        for (Class<?> each : new DeclaredTests(testClass).classes()) {
            if (isCertain(each, testClass) && isOf(each, chosen)) {
                DeclaredTests.executables(each).stream()
                        .filter(executable -> !isConditional(executable))
                        .flatMap(executable -> of(executable, each))
                        .forEach(all::add);
            }
        }
        return all.stream().distinct().toList();
    }

    private static Stream<NamedService> of(Executable executable, Class<?> testClass) {
        String name =
                testClass.getSimpleName() + (executable instanceof Constructor<?> ? "" : "." + executable.getName());
        return Arrays.stream(executable.getParameters())
                .flatMap(parameter -> service(parameter).stream())
                .map(service -> new NamedService(
                        service,
                        "@InService(\"" + service + "\") of " + name,
                        TestScope.of(Optional.of(executable), testClass)));
    }

    private static List<String> service(Parameter parameter) {
        return AnnotationSupport.findAnnotation(parameter, InService.class).stream()
                .map(InService::value)
                .toList();
    }

    /** Whether no class from this one up to the outermost, which is running, has a condition. */
    private static boolean isCertain(Class<?> nested, Class<?> outermost) {
        for (Class<?> each = nested; each != null && each != outermost; each = each.getEnclosingClass()) {
            if (isConditional(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(Class<?> nested, Optional<Tier> chosen) {
        Optional<Tier> asserted = DeclaredTests.tier(nested);
        return chosen.isEmpty() || asserted.isEmpty() || asserted.equals(chosen);
    }

    private static boolean isConditional(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Disabled.class)
                || AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
                        .flatMap(extended -> Arrays.stream(extended.value()))
                        .anyMatch(ExecutionCondition.class::isAssignableFrom);
    }
}
