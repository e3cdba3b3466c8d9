package org.recipeharness.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is red for classes that break it: a rule that no class can break would hold nothing. */
class ViolationTest {

    private static final String BASE = "org.recipeharness.architecture.violating";
    private static final PackageOrder ORDER = new PackageOrder(BASE);
    private static final JavaClasses VIOLATING = new ClassFileImporter().importPackages(BASE);

    @Test
    void ofTheOrderIsFound() {
        List<String> found =
                ORDER.directions().flatMap(rule -> violations(rule).stream()).toList();

        assertThat(found).isNotEmpty().allMatch(line -> line.contains("recipe.UpwardUser"));
    }

    @Test
    void byAPackageWithoutAPlaceIsFound() {
        assertFound(ORDER.known(), "unmarked.Unmarked");
    }

    @Test
    void byStartingAProgramIsFound() {
        assertFound(ProcessStarting.onlyIn(BASE + ".process"), "swarm.ProcessManager.start");
        assertThat(violations(ProcessStarting.onlyIn(BASE + ".swarm"))).isEmpty();
    }

    @Test
    void byUseOfALibraryThatBelongsToAnotherPackageIsFound() {
        assertFound(ORDER.onlyUserOf("process", List.of(BASE + ".swarm"), "the test says so"), "recipe.UpwardUser");
    }

    @Test
    void byASleepIsFound() {
        assertFound(HouseRules.NOBODY_SLEEPS, "swarm.ProcessManager.start");
    }

    @Test
    void byItsNameIsFound() {
        assertFound(HouseRules.NAMES_SAY_WHAT_A_THING_IS, "swarm.ProcessManager");
    }

    @Test
    void byAClassThatIsNotFinalIsFound() {
        assertFound(HouseRules.CLASSES_ARE_FINAL, "swarm.ProcessManager");
    }

    @Test
    void byAPublicFieldIsFound() {
        assertFound(HouseRules.NO_PUBLIC_FIELD_CHANGES, "swarm.ProcessManager.count");
    }

    @Test
    void byAFieldThatAShutdownHookMayNotSeeIsFound() {
        assertFound(HouseRules.A_SHUTDOWN_HOOK_SEES_EVERY_FIELD, "swarm.UnseenByItsHook.failed");
    }

    @Test
    void byAnExceptionWithoutAFaultIsFound() {
        assertFound(HouseRules.EXCEPTIONS_SHOW_THEIR_FAULT, "swarm.FaultlessException");
    }

    @Test
    void byAPackageThatIsNotNullMarkedIsFound() {
        assertFound(HouseRules.PACKAGES_ARE_NULL_MARKED, "unmarked.Unmarked");
    }

    @Test
    void byUseOfATestFrameworkIsFound() {
        JavaClasses tests = new ClassFileImporter().importClasses(ViolationTest.class);

        assertThat(HouseRules.NOTHING_OF_TESTS.evaluate(tests).hasViolation()).isTrue();
    }

    private static void assertFound(ArchRule rule, String where) {
        assertThat(violations(rule)).isNotEmpty().allMatch(line -> line.contains(where));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(VIOLATING).getFailureReport().getDetails();
    }
}
