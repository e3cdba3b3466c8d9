package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.deployment.Tier;

/** A test or a container of tests, with its place in the launcher's plan. */
record PlannedTest(TestPlan plan, TestIdentifier identifier) {

    /** The container and all around it, from the inside to the outside. */
    Stream<PlannedTest> outwards() {
        return Stream.iterate(Optional.of(identifier), Optional::isPresent, each -> each.flatMap(plan::getParent))
                .map(each -> new PlannedTest(plan, each.orElseThrow()));
    }

    /**
     * The outermost class around it that is a recipe's test, or the invocation for a recipe of one that is a template; empty for a test
     * of anything else.
     */
    Optional<PlannedTest> owner() {
        List<PlannedTest> ofRecipe = outwards().filter(PlannedTest::isOfRecipe).toList();
        int outermost = ofRecipe.size() - 1;
        boolean invoked = outermost > 0 && ofRecipe.get(outermost).isTemplate();
        return ofRecipe.isEmpty() ? Optional.empty() : Optional.of(ofRecipe.get(invoked ? outermost - 1 : outermost));
    }

    /** Whether it is a class that has no recipe but is invoked for several; or such an invocation. */
    boolean isTemplate() {
        return testClass().filter(ListedRecipes::isTemplate).isPresent();
    }

    /** The template that it is an invocation of. */
    Optional<PlannedTest> template() {
        return Optional.of(this)
                .filter(PlannedTest::isTemplate)
                .flatMap(invocation -> invocation.outwards().skip(1).findFirst())
                .filter(PlannedTest::isTemplate);
    }

    /** What it is shown as; an invocation as its recipe. */
    String shown() {
        return identifier.getDisplayName();
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

    /** The class in which its method is written, which may be another one than that which inherits it; empty for a class. */
    Optional<Class<?>> declaring() {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod().getDeclaringClass());
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
