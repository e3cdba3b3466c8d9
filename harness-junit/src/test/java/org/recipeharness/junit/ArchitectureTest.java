package org.recipeharness.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.PostDiscoveryFilter;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(ArchitectureTest.class.getPackageName());

    @Test
    void leavesDockerGitAndYamlToTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "org.eclipse.jgit..", "org.snakeyaml..", "org.apache..")
                .because("what the harness does is the core's; this module only lets JUnit ask for it")
                .check(OURS);
    }

    @Test
    void startsNoCommands() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.recipeharness.process..")
                .because("a command that runs to its exit is the business of org.recipeharness.process and its callers")
                .check(OURS);
    }

    @Test
    void knowsDockerInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(RunStore.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.recipeharness.swarm.docker..")
                .because("everything else speaks to a Swarm, so that it can be tested without one")
                .check(OURS);
    }

    @Test
    void keepsItsExtensionsToItself() {
        classes()
                .that()
                .areAssignableTo(Extension.class)
                .should()
                .bePackagePrivate()
                .because("the annotation is the contract, and the only way in")
                .check(OURS);
    }

    @Test
    void keepsNoStateOnAnExtension() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Extension.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .because(
                        "JUnit may share an extension between classes; what belongs to a run lies in the store of its class")
                .check(OURS);
    }

    @Test
    void usesWhatJunitPromisesToKeep() {
        noClasses()
                .that()
                .areNotAssignableTo(RecipeAlone.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit.jupiter.engine..", "org.junit.platform.launcher.core..")
                .because(
                        "JUnit changes its engine as it likes, and the suite has to run under its next generation;"
                                + " there is no other way to its launcher, for who has to start it, than the factory in its core")
                .check(OURS);
    }

    @Test
    void showsTheWorldAnnotationsTiersAssertionsAndWhatTheLauncherLoads() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotAnnotations()
                .should()
                .beAssignableTo(PostDiscoveryFilter.class)
                .orShould()
                .beAssignableTo(LauncherSessionListener.class)
                .orShould()
                .haveSimpleNameEndingWith("Tier")
                .orShould()
                .haveSimpleNameEndingWith("Tests")
                .orShould()
                .haveSimpleNameEndingWith("Assert")
                .orShould()
                .haveSimpleNameEndingWith("Assertions")
                .because("whatever is public has to stay as it is for those who write tests of recipes;"
                        + " the launcher's services must be, as it is the JDK that makes them")
                .check(OURS);
    }
}
