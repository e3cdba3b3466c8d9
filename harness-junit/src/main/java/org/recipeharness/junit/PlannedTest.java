package org.recipeharness.junit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.tier.Tier;

/** A test or a container of tests, with its place in the launcher's plan. */
record PlannedTest(TestPlan plan, TestIdentifier identifier) {

    /** The container and all around it, from the inside to the outside. */
    Stream<PlannedTest> outwards() {
        return Stream.iterate(Optional.of(identifier), Optional::isPresent, each -> each.flatMap(plan::getParent))
                .map(each -> new PlannedTest(plan, each.orElseThrow()));
    }

    /** The outermost class around it that is a recipe's test; empty for a test of anything else. */
    Optional<PlannedTest> owner() {
        return outwards().filter(PlannedTest::isOfRecipe).reduce((inner, outer) -> outer);
    }

    private boolean isOfRecipe() {
        return testClass()
                .filter(each -> AnnotationSupport.isAnnotated(each, RecipeDeployment.class))
                .isPresent();
    }

    /** The class that it is; empty for a method. */
    Optional<Class<?>> testClass() {
        return identifier
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass());
    }

    /** The tier that it is about; empty for what is outside of all tiers. */
    Optional<Tier> tier() {
        return outwards()
                .flatMap(each -> each.testClass().stream())
                .flatMap(each -> AnnotationSupport.findAnnotation(each, OfTier.class).stream())
                .map(OfTier::value)
                .findFirst();
    }

    /** Whether it is a method of the plan: a test, or what becomes several of them when it runs. */
    boolean isMethod() {
        return identifier.getSource().filter(MethodSource.class::isInstance).isPresent()
                && identifier
                        .getParentIdObject()
                        .flatMap(parent -> new PlannedTest(plan, plan.getTestIdentifier(parent)).testClass())
                        .isPresent();
    }

    /** The methods of the plan that it holds, or is. */
    Stream<PlannedTest> methods() {
        return Stream.concat(Stream.of(identifier), plan.getDescendants(identifier).stream())
                .map(each -> new PlannedTest(plan, each))
                .filter(PlannedTest::isMethod);
    }

    String id() {
        return identifier.getUniqueId();
    }

    /** Class and method, with what distinguishes one invocation from another; of a class its name. */
    String name() {
        String classes = outwards()
                .flatMap(each -> each.testClass().stream())
                .map(Class::getSimpleName)
                .findFirst()
                .orElse("");
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .map(method -> classes + "." + method + (isPlain(method) ? "" : " " + identifier.getDisplayName()))
                .orElse(classes);
    }

    private boolean isPlain(String method) {
        return identifier.getDisplayName().startsWith(method + "(");
    }
}
