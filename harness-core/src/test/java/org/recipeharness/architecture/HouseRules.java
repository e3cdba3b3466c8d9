package org.recipeharness.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.VOLATILE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.recipeharness.fault.Faulty;

/** Rules that hold for every class, wherever it is. */
final class HouseRules {

    private HouseRules() {}

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .that()
            .doNotHaveSimpleName("Sleeper")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it is a sleep",
                    (JavaCall<?> call) -> "sleep".equals(call.getName())
                            && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                    || call.getTargetOwner().isEquivalentTo(TimeUnit.class))))
            .because(
                    "a blind sleep is too short on a slow machine and too long on a fast one: wait for the thing itself");

    static final ArchRule NOTHING_OF_TESTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..", "org.opentest4j..")
            .because("the core is usable without a test framework, and works under each version of JUnit");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .because("such a name takes in everything, and a class that takes in everything becomes a god class");

    static final ArchRule CLASSES_ARE_FINAL = classes()
            .that()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(ABSTRACT)
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(FINAL)
            .because("nobody has thought about what a subclass of them might do: compose, or make a sealed family");

    static final ArchRule NO_PUBLIC_FIELD_CHANGES = fields().that()
            .arePublic()
            .should()
            .beFinal()
            .because("a value that others can change under one's hands is no value");

    static final ArchRule A_SHUTDOWN_HOOK_SEES_EVERY_FIELD = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are cleaned up by a shutdown hook",
                    (JavaClass each) -> each.getMethodCallsFromSelf().stream()
                                    .anyMatch(call -> call.getName().equals("addShutdownHook"))
                            || each.getFields().stream()
                                    .anyMatch(field ->
                                            field.getRawType().getSimpleName().equals("ShutdownGuard"))))
            .should()
            .beFinal()
            .orShould()
            .haveModifier(VOLATILE)
            .because("the hook reads them from a thread of its own, at a moment that nothing else orders");

    static final ArchRule EXCEPTIONS_SHOW_THEIR_FAULT = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .or()
            .areAssignableTo(IOException.class)
            .should()
            .beAssignableTo(Faulty.class)
            .because("who is to answer for an error is known where it is thrown, and guessed everywhere else");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            item, marked, item.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
                }
            })
            .because("without it NullAway looks at nothing of the package");
}
