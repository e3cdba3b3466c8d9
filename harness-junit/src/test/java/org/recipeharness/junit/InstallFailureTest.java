package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.swarm.SwarmException;

class InstallFailureTest {

    private static final String FIRST = "Install.becomesReady";

    private final Path folder;

    InstallFailureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theFirstTestCarriesTheCauseAndAllOthersAreUnverifiedNamingIt() {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).of(TwoTiersTestCases.class);

        String cause = "Service 'db' of stack " + FixtureRun.STACK + " crash-loops: 3 of its tasks have failed,"
                + " the latest one: task db3 failed with exit code 137: task: non-zero exit (137)";
        assertThat(outcome.failure(FIRST))
                .isInstanceOf(DeployFailedException.class)
                .hasMessage(cause + "\nThe last lines of its log:\n  db says: listening");
        assertThat(outcome.failures()).hasSize(6).allSatisfy((test, failure) -> {
            if (!test.equals(FIRST)) {
                assertThat(failure)
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessage("Unverified: install failed before: " + cause)
                        .hasCause(outcome.failure(FIRST));
            }
        });
    }

    @Test
    void theEvidenceIsAttachedOnceToTheFirstTest() {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).of(TwoTiersTestCases.class);

        assertThat(outcome.attached())
                .containsOnlyKeys(
                        FIRST + ": findings.txt",
                        FIRST + ": run.txt",
                        FIRST + ": tasks.txt",
                        FIRST + ": images.txt",
                        FIRST + ": stack.yml",
                        FIRST + ": log-app.txt",
                        FIRST + ": log-db.txt")
                .hasEntrySatisfying(
                        FIRST + ": run.txt",
                        run -> assertThat(run)
                                .contains("recipe: sample\nref: 1.0.0+1.0.0\ncommit: ", "domain: " + FixtureRun.DOMAIN))
                .hasEntrySatisfying(
                        FIRST + ": tasks.txt",
                        tasks -> assertThat(tasks)
                                .contains(
                                        "db: registry.example.test/db:16, 1 wanted",
                                        "task db1 failed with exit code 137"))
                .hasEntrySatisfying(
                        FIRST + ": stack.yml", stack -> assertThat(stack).contains("registry.example.test/app:1.0.0"))
                .containsEntry(FIRST + ": log-app.txt", "app says: listening\n");
    }

    @Test
    void whatHasCrashedIsRemoved() {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).of(TwoTiersTestCases.class);

        assertThat(outcome.story())
                .startsWith("open", "leftovers of " + FixtureRun.STACK, "deploy " + FixtureRun.STACK)
                .endsWith(Outcome.REMOVAL)
                .hasSize(3 + Outcome.REMOVAL.length);
    }

    @Test
    void whatWasRefusedMayBeThereInPartAndIsRemoved() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.refuseDeploys("invalid mount config"))
                .of(TwoTiersTestCases.class);

        assertThat(outcome.failure(FIRST)).hasMessageContaining("invalid mount config");
        assertThat(outcome.story())
                .containsSubsequence("deploy " + FixtureRun.STACK, "remove " + FixtureRun.STACK, "close");
    }

    @Test
    void aDomainThatIsTakenIsLeftAlone() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.leaveBehind("volume", "somebodys_data"))
                .of(TwoTiersTestCases.class);

        assertThat(outcome.failure(FIRST))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("its domain is taken, there is already volume somebodys_data")
                .hasMessageContaining("-Dharness.domain=");
        assertThat(outcome.story()).containsExactly("open", "leftovers of " + FixtureRun.STACK, "close");
        assertThat(outcome.failure(FIRST).getSuppressed()).isEmpty();
        assertThat(outcome.attached()).containsOnlyKeys(FIRST + ": findings.txt");
    }

    @Test
    void whatWasFoundInTheFilesStandsBesideTheFailureAndNotInItsPlace() {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).of(TwoTiersTestCases.class);

        assertThat(outcome.failure(FIRST)).isInstanceOf(DeployFailedException.class);
        assertThat(outcome.failure(FIRST).getSuppressed())
                .singleElement()
                .asString()
                .startsWith(FoundInFiles.class.getName()
                        + ": Found in the recipe's files before the deploy, and may be the reason:\n  compose.yml:8: warning:"
                        + " moving-tag: the image registry.example.test/db:16")
                .doesNotContain("readme-metadata");
    }

    @Test
    void anUnknownRecipeIsToldWithTheKnownOnesAndNothingIsRemoved() {
        Outcome outcome = FixtureRun.in(folder).with("recipe", "smaple").of(MisconfiguredTestCases.Nameless.class);

        assertThat(outcome.failure("Nameless.runs"))
                .isInstanceOf(CheckoutException.class)
                .hasMessageStartingWith("Fetching recipe 'smaple' from ")
                .hasMessageEndingWith("Recipes known there: aged, meshed, other, routed, sample");
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @Test
    void anUnknownMainServiceIsToldWithTheKnownOnesAndNothingIsSent() {
        Outcome outcome = FixtureRun.in(folder).of(UnknownMainServiceTestCases.class);

        assertThat(outcome.failure("UnknownMainServiceTestCases.runs"))
                .hasMessageContaining("Looking for the service 'web'")
                .hasMessageContaining("Its services: app, db.")
                .hasMessageContaining("@RecipeDeployment(mainService = ...)");
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @RecipeDeployment(value = "sample", mainService = "web")
    static class UnknownMainServiceTestCases {
        @Test
        void runs() {}
    }
}
