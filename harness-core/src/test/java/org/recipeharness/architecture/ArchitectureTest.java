package org.recipeharness.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final PackageOrder ORDER = new PackageOrder("org.recipeharness");
    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.recipeharness");

    static Stream<ArchRule> directions() {
        return ORDER.directions();
    }

    @ParameterizedTest
    @MethodSource("directions")
    void packagesUseOnlyThoseBeforeThem(ArchRule direction) {
        direction.check(CORE);
    }

    @Test
    void everyPackageHasItsPlace() {
        ORDER.known().check(CORE);
    }

    @Test
    void onlyProcessStartsPrograms() {
        ProcessStarting.onlyIn("org.recipeharness.process").check(CORE);
    }

    @Test
    void onlyCheckoutUsesJGit() {
        ORDER.onlyUserOf("checkout", List.of("org.eclipse.jgit.."), "to all others a recipe is a folder at a commit")
                .check(CORE);
    }

    @Test
    void onlyComposeReadsAndWritesYaml() {
        ORDER.onlyUserOf(
                        "compose", List.of("org.snakeyaml..", "org.yaml.."), "what 0444 and 22:22 mean is decided once")
                .check(CORE);
    }

    @Test
    void onlyTheAdapterKnowsDockerJava() {
        ORDER.onlyUserOf(
                        "swarm.docker",
                        List.of("com.github.dockerjava.."),
                        "its gaps and its habits stay behind the port, which tests replace by a fake")
                .check(CORE);
    }

    @Test
    void onlyHttpUsesTheHttpClient() {
        ORDER.onlyUserOf("http", List.of("org.apache.hc.."), "why a request has no answer is named in one place")
                .check(CORE);
    }

    @Test
    void onlyReportWritesHtml() {
        ORDER.onlyUserOf("report.html", List.of("j2html.."), "on a page each text is masked and escaped, by one way")
                .check(CORE);
    }

    @Test
    void onlyHistoryUsesADatabase() {
        ORDER.onlyUserOf(
                        "history",
                        List.of("java.sql..", "org.sqlite.."),
                        "what the tables mean, and that no run is lost, is decided once")
                .check(CORE);
    }

    @Test
    void nobodySleeps() {
        HouseRules.NOBODY_SLEEPS.check(CORE);
    }

    @Test
    void nothingOfTestsIsUsed() {
        HouseRules.NOTHING_OF_TESTS.check(CORE);
    }

    @Test
    void namesSayWhatAThingIs() {
        HouseRules.NAMES_SAY_WHAT_A_THING_IS.check(CORE);
    }

    @Test
    void classesAreFinal() {
        HouseRules.CLASSES_ARE_FINAL.check(CORE);
    }

    @Test
    void noPublicFieldChanges() {
        HouseRules.NO_PUBLIC_FIELD_CHANGES.check(CORE);
    }

    @Test
    void aShutdownHookSeesEveryField() {
        HouseRules.A_SHUTDOWN_HOOK_SEES_EVERY_FIELD.check(CORE);
    }

    @Test
    void exceptionsShowTheirFault() {
        HouseRules.EXCEPTIONS_SHOW_THEIR_FAULT.check(CORE);
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.PACKAGES_ARE_NULL_MARKED.check(CORE);
    }
}
