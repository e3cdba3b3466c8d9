package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.settings.Setting;

/** The look at the files of a recipe that no catalogue has yet; it needs no swarm. */
class LookTierTest {

    private static final String SOUND = """
            version: "3.8"
            services:
              app:
                image: registry.example.test/app:1.0.0
                deploy:
                  labels:
                    - "traefik.enable=true"
                    - "traefik.http.routers.${STACK_NAME}.rule=Host(`${DOMAIN}`)"
            """;

    private final Path folder;

    LookTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isRedForAnErrorAndNamesItsPlaceFirst() throws Exception {
        Outcome outcome = looking(SOUND.replace("image: registry", "secrets: [key]\n    image: registry"));

        assertThat(outcome.failures()).containsOnlyKeys("Look.findsNoErrorInTheFiles");
        assertThat(outcome.failure("Look.findsNoErrorInTheFiles"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "compose.yml:4: error: undefined-reference: the service 'app' uses the secret 'key'");
    }

    @Test
    void isGreenForWarningsAndReportsThem() throws Exception {
        Outcome outcome = looking(SOUND);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.reported())
                .anyMatch(told -> told.startsWith("compose.yml:4: warning: no-healthcheck: the service 'app'"));
    }

    @Test
    void asksNothingOfASwarm() throws Exception {
        assertThat(looking(SOUND).story()).containsExactly("open", "test Look.findsNoErrorInTheFiles", "close");
    }

    @Test
    void hasFilesAndNoApp() throws Exception {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.REF, workingTree(SOUND).toString())
                .of(WithTestsOfItsOwnTestCases.class);

        assertThat(outcome.failures()).containsOnlyKeys("Look.asksForAnApp");
        assertThat(outcome.failure("Look.asksForAnApp"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("A test of the look tier has no app");
    }

    private Outcome looking(String compose) throws Exception {
        return FixtureRun.in(folder)
                .with(Setting.REF, workingTree(compose).toString())
                .with(Setting.TIER, "look")
                .of(LookingTestCases.class);
    }

    private Path workingTree(String compose) throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve(".env.sample"), "TYPE=sample\nDOMAIN=sample.example.com\n");
        Files.writeString(tree.resolve("compose.yml"), compose);
        try (Git git = Git.init().setDirectory(tree.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Publish it")
                    .setAuthor("A Maintainer", "maintainer@example.test")
                    .setCommitter("A Maintainer", "maintainer@example.test")
                    .setSign(false)
                    .call();
        }
        return tree;
    }

    @RecipeDeployment("unpublished")
    static class LookingTestCases {

        @Nested
        class Look extends LookTier {}
    }

    @RecipeDeployment("unpublished")
    static class WithTestsOfItsOwnTestCases {

        @Nested
        class Look extends LookTier {

            @Test
            void hasACompose(Checkout checkout) {
                assertThat(checkout.directory().resolve("compose.yml")).exists();
            }

            @Test
            void asksForAnApp(DeployedApp app) {
                assertThat(app).isNotNull();
            }
        }
    }
}
