package org.recipeharness.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

/** The rule about who starts programs. */
final class ProcessStarting {

    private ProcessStarting() {}

    static ArchRule onlyIn(String owner) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "it is Runtime.exec",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class) && "exec".equals(call.getName())))
                .because("limits, streams and children of a program are easily got wrong, so they are got right once");
    }
}
