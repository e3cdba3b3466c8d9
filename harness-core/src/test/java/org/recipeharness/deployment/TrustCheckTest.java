package org.recipeharness.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.compose.Variables;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Party;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Settings;

/** Checks pull requests of a recipe whose release has the docker socket. */
class TrustCheckTest {

    private static final String RELEASED = """
            services:
              app:
                image: demo/app:1.2.3
              proxy:
                image: demo/proxy:1.2.3
                volumes: ["/var/run/docker.sock:/s"]
            """;

    private final Path folder;
    private final Path repository;

    TrustCheckTest(@TempDir Path folder) {
        this.folder = folder;
        this.repository = folder.resolve("catalogue/demo");
    }

    @BeforeEach
    void release() throws IOException, GitAPIException {
        Files.createDirectories(repository);
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            commit(git, RELEASED);
            git.tag()
                    .setName("1.0.0+1.2.3")
                    .setAnnotated(true)
                    .setMessage("1.0.0")
                    .setSigned(false)
                    .call();
        }
    }

    @Test
    void refusesAPullRequestThatAsksForMoreAndNamesEachPlace() throws Exception {
        propose(RELEASED.replace("1.2.3\n  proxy", "1.2.3\n    volumes: [\"/etc:/host\"]\n  proxy"));

        UntrustedException refusal = catchThrowableOfType(UntrustedException.class, () -> require(Map.of()));

        assertThat(refusal)
                .hasMessageStartingWith("Not deployed: demo at pull/7 (")
                .hasMessageContaining("""
                        may do more on the host than its release 1.0.0+1.2.3:
                          compose.yml:4: services.app.volumes '/etc': reads or writes the host's own system (rating 1)
                        """)
                .hasMessageEndingWith("-Dharness.trusted=demo (or -Dharness.trust=anything)");
        assertThat(refusal.fault()).isEqualTo(Fault.of(Party.RECIPE));
    }

    @Test
    void refusesAnotherProgramWithAccessThatWasThereBefore() throws Exception {
        propose(RELEASED.replace("demo/proxy", "evil/proxy"));

        assertThat(catchThrowableOfType(UntrustedException.class, () -> require(Map.of())))
                .hasMessageContaining("\n  service 'proxy' has access to the host, and its image, command or entrypoint"
                        + " is another one\n");
    }

    @Test
    void takesAPullRequestThatAsksForNoMore() throws Exception {
        propose(RELEASED.replace("1.2.3", "1.2.4").replace("4\n  proxy", "4\n    ports: [\"80:80\"]\n  proxy"));

        assertThatCode(() -> require(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"harness.trust, anything", "harness.trusted, 'other,demo'", "ref, main"})
    void takesWhatIsTrusted(String key, String value) throws Exception {
        propose(RELEASED.replace("/var/run/docker.sock", "/etc"));

        assertThatCode(() -> require(Map.of(key, value))).doesNotThrowAnyException();
    }

    private void require(Map<String, String> more) throws InterruptedException {
        var written = new TreeMap<>(Map.of(
                "harness.catalogue", folder.resolve("catalogue").toUri().toString(),
                "harness.cache", folder.resolve("cache").toString(),
                "ref", "pull/7"));
        written.putAll(more);
        Settings settings = Settings.of(written);
        var edited = Variables.none().with("DOMAIN", "demo.example.com", Origin.of("the test"));
        new TrustCheck(new RunSources(new RecipeName("demo"), settings, folder.resolve("work")), settings, edited)
                .require();
    }

    private void propose(String compose) throws IOException, GitAPIException {
        try (Git git = Git.open(repository.toFile())) {
            ObjectId released = git.getRepository().resolve("HEAD");
            git.branchRename().setNewName("main").call();
            ObjectId proposed = commit(git, compose);
            RefUpdate pull = git.getRepository().updateRef("refs/pull/7/head");
            pull.setNewObjectId(proposed);
            pull.update();
            RefUpdate main = git.getRepository().updateRef("refs/heads/main");
            main.setNewObjectId(released);
            main.setForceUpdate(true);
            main.update();
        }
    }

    private ObjectId commit(Git git, String compose) throws IOException, GitAPIException {
        Files.writeString(repository.resolve("compose.yml"), compose);
        Files.writeString(repository.resolve(".env.sample"), "TYPE=demo\nDOMAIN=demo.example.com\n");
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage("change")
                .setAuthor("someone", "someone@lab.test")
                .setCommitter("someone", "someone@lab.test")
                .setSign(false)
                .call();
    }
}
