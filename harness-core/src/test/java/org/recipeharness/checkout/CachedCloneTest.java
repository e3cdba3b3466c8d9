package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recipeharness.files.FolderLock;
import org.recipeharness.recipe.RecipeName;

/** A clone that was made before the remote changed, or before it was damaged. */
class CachedCloneTest {

    private Path folder;
    private RealGit git;

    @BeforeEach
    void cloneIt(@TempDir Path temporary) throws Exception {
        folder = temporary;
        git = RealGit.publish(folder.resolve("catalogue"), "gitea");
        git.run("branch", "feature");
        git.release("1.0.0+1.0");
        checkOut(Optional.empty());
    }

    @Test
    void followsATagThatWasMovedAndSaysSo() throws Exception {
        String before = git.run("rev-parse", "1.0.0+1.0");
        String moved = git.commit("fix.txt", "fixed");
        git.run("tag", "--force", "--annotate", "--message", "again", "1.0.0+1.0");
        try (var log = new CapturedLog()) {
            assertThat(checkOut(Optional.of("1.0.0+1.0")).commit()).isEqualTo(moved);
            assertThat(log.text())
                    .contains("The tag 1.0.0+1.0 of recipe 'gitea' from ")
                    .contains("was moved since it was last looked at, from " + before + " to "
                            + git.run("rev-parse", "1.0.0+1.0"));
        }
        try (var log = new CapturedLog()) {
            checkOut(Optional.of("1.0.0+1.0"));
            assertThat(log.text()).as("told once").doesNotContain("was moved");
        }
    }

    @Test
    void forgetsWhatWasWithdrawn() throws Exception {
        git.release("1.1.0+1.0");
        checkOut(Optional.empty());
        git.run("tag", "--delete", "1.1.0+1.0");
        git.run("branch", "--delete", "--force", "feature");
        try (var log = new CapturedLog()) {
            assertThat(checkOut(Optional.empty()).ref()).isEqualTo("1.0.0+1.0");
            assertThat(log.text())
                    .contains("The tag 1.1.0+1.0 of recipe 'gitea' from ")
                    .contains("was withdrawn");
        }
        assertThatThrownBy(() -> checkOut(Optional.of("feature"))).hasMessageContaining("branches: main; ");
    }

    @Test
    void namesTheRunThatHasHeldItForTooLong() throws Exception {
        Path clone = found("lock").resolveSibling("");
        var limits = new Limits(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ZERO);
        var catalogue = new Catalogue(
                folder.resolve("catalogue").toUri(), folder.resolve("cache"), limits, new EnvironmentProxies(Map.of()));

        try (FolderLock held = FolderLock.acquire(clone, "the clone", "run 1", Duration.ZERO)) {
            assertThatThrownBy(
                            () -> catalogue.checkOut(new RecipeName("gitea"), Optional.empty(), folder.resolve("mine")))
                    .isInstanceOf(CheckoutException.class)
                    .hasMessageStartingWith("Checking out recipe 'gitea' from ")
                    .hasMessageContaining(
                            "Waiting for the clone in " + held.folder().toRealPath())
                    .hasMessageContaining("it is still held by run 1 (process ");
        }
    }

    @Test
    void takesABranchInTheFolderOfOneThatIsGone() throws Exception {
        git.run("branch", "--delete", "--force", "feature");
        git.run("branch", "feature/one", "main");

        assertThat(checkOut(Optional.of("feature/one")).commit()).isEqualTo(git.head());
    }

    @ParameterizedTest
    @EnumSource
    void isMadeAnewWhenItIsDamaged(Damage damage) throws Exception {
        damage.doneTo(found("repository.git"));
        String published = git.release("1.1.0+1.0");
        try (var log = new CapturedLog()) {
            assertThat(checkOut(Optional.empty()).commit()).isEqualTo(published);
            assertThat(log.text())
                    .contains("The clone of recipe 'gitea' from ")
                    .contains("is damaged and is made anew");
        }
        try (var log = new CapturedLog()) {
            assertThat(checkOut(Optional.of("1.0.0+1.0")).ref()).isEqualTo("1.0.0+1.0");
            assertThat(log.text()).doesNotContain("damaged");
        }
    }

    @Test
    void isKeptWhenOnlyTheRemoteIsGone() throws Exception {
        Path clone = found("repository.git");
        FileUtils.rename(git.directory().toFile(), folder.resolve("moved").toFile());

        assertThatThrownBy(() -> checkOut(Optional.empty())).hasMessageContaining("there is no git repository");

        assertThat(clone).isDirectory();
    }

    @Test
    void isKeptWhenTheRunsFolderCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path clone = found("repository.git");

        assertThatThrownBy(() -> new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"))
                        .checkOut(new RecipeName("gitea"), Optional.empty(), file.resolve("below")))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("writing commit " + git.head() + " to " + file.resolve("below"));

        assertThat(clone).isDirectory();
    }

    private Checkout checkOut(Optional<String> ref) throws InterruptedException {
        return new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"))
                .checkOut(new RecipeName("gitea"), ref, folder.resolve("run-" + System.nanoTime()));
    }

    private Path found(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    enum Damage {
        NO_OBJECTS {
            @Override
            void doneTo(Path clone) throws IOException {
                delete(clone.resolve("objects"));
            }
        },
        TORN_CONFIG {
            @Override
            void doneTo(Path clone) throws IOException {
                Files.writeString(clone.resolve("config"), "[core\n\tbare = ");
            }
        },
        TORN_PACKS {
            @Override
            void doneTo(Path clone) throws IOException {
                try (Stream<Path> files = Files.walk(clone.resolve("objects"))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        file.toFile().setWritable(true);
                        Files.write(file, new byte[40]);
                    }
                }
            }
        },
        LOCK_OF_A_KILLED_PROCESS {
            @Override
            void doneTo(Path clone) throws IOException {
                Files.writeString(clone.resolve("packed-refs.lock"), "");
                Files.createDirectories(clone.resolve("refs/tags"));
                Files.writeString(clone.resolve("refs/tags/1.1.0+1.0.lock"), "");
            }
        };

        abstract void doneTo(Path clone) throws IOException;

        private static void delete(Path path) throws IOException {
            FileUtils.delete(path.toFile(), FileUtils.RECURSIVE);
        }
    }
}
