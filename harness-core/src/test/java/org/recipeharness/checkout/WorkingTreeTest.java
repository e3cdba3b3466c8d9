package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** {@code -Dref=} with the path of the tree in which a maintainer is at work. */
class WorkingTreeTest {

    private static final RecipeName GITEA = new RecipeName("gitea");

    private Path folder;
    private RealGit git;
    private String head;

    @BeforeEach
    void work(@TempDir Path temporary) throws Exception {
        folder = temporary;
        git = RealGit.publish(folder, "gitea");
        git.write(".gitignore", "*.log\nbuild/\n");
        head = git.commit("abra.sh", "export VERSION=1\n");
    }

    @Test
    void thatIsCleanIsCopiedWithoutItsRepository() throws Exception {
        Checkout copy = copy();

        assertThat(copy)
                .isEqualTo(
                        new Checkout(GITEA, copy.directory(), git.directory().toString(), head, false, TagKind.NONE));
        assertThat(files(copy.directory())).containsExactly(".gitignore", "abra.sh", "compose.yml");
        assertThat(copy.version()).isEmpty();
    }

    @Test
    void whereAFileIsModifiedIsDirty() throws Exception {
        git.write("abra.sh", "export VERSION=2\n");

        Checkout copy = copy();

        assertThat(copy.dirty()).isTrue();
        assertThat(copy.commit()).isEqualTo(head);
        assertThat(copy.directory().resolve("abra.sh")).hasContent("export VERSION=2\n");
    }

    @Test
    void whereAChangeIsOnlyStagedIsDirty() throws Exception {
        git.write("abra.sh", "export VERSION=2\n").run("add", "abra.sh");
        git.write("abra.sh", "export VERSION=1\n");

        assertThat(copy().dirty()).isTrue();
    }

    @Test
    void whereAFileIsUntrackedIsDirty() throws Exception {
        git.write("config/app.ini", "new");

        Checkout copy = copy();

        assertThat(copy.dirty()).isTrue();
        assertThat(copy.directory().resolve("config/app.ini")).hasContent("new");
    }

    @Test
    void whereAFileIsDeletedIsDirty() throws Exception {
        Files.delete(git.directory().resolve("abra.sh"));

        Checkout copy = copy();

        assertThat(copy.dirty()).isTrue();
        assertThat(files(copy.directory())).containsExactly(".gitignore", "compose.yml");
    }

    @Test
    void whereAFileBecameExecutableIsDirty() throws Exception {
        assertThat(git.directory().resolve("abra.sh").toFile().setExecutable(true))
                .isTrue();

        Checkout copy = copy();

        assertThat(copy.dirty()).isTrue();
        assertThat(copy.directory().resolve("abra.sh")).isExecutable();
    }

    @Test
    void whereOnlyIgnoredFilesWereAddedIsCleanAndTheyAreNotCopied() throws Exception {
        git.write("debug.log", "ignored").write("build/output", "ignored");

        Checkout copy = copy();

        assertThat(copy.dirty()).isFalse();
        assertThat(files(copy.directory())).containsExactly(".gitignore", "abra.sh", "compose.yml");
    }

    @Test
    void keepsATrackedFileInAnIgnoredFolder() throws Exception {
        git.write("build/output", "ignored").write("build/entrypoint.sh", "tracked");
        git.run("add", "--force", "build/entrypoint.sh");
        git.run("commit", "--quiet", "--message", "forced");

        Checkout copy = copy();

        assertThat(copy.dirty()).isFalse();
        assertThat(files(copy.directory()))
                .containsExactly(".gitignore", "abra.sh", "build/entrypoint.sh", "compose.yml");
    }

    @Test
    void copiesLinksAsLinks() throws Exception {
        Files.createSymbolicLink(git.directory().resolve("compose.link.yml"), Path.of("compose.yml"));
        Files.createSymbolicLink(git.directory().resolve("elsewhere"), folder);

        Path copy = copy().directory();

        assertThat(Files.readSymbolicLink(copy.resolve("compose.link.yml"))).isEqualTo(Path.of("compose.yml"));
        assertThat(Files.readSymbolicLink(copy.resolve("elsewhere"))).isEqualTo(folder);
    }

    @Test
    void doesNotFollowALinkThatTookTheFolderOfTrackedFiles() throws Exception {
        git.commit("config/app.ini", "tracked");
        Files.delete(git.directory().resolve("config/app.ini"));
        Files.delete(git.directory().resolve("config"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("app.ini"), "a stranger's");
        Files.createSymbolicLink(git.directory().resolve("config"), elsewhere);

        Checkout copy = copy();

        assertThat(copy.dirty()).isTrue();
        assertThat(copy.directory().resolve("config")).isSymbolicLink();
    }

    @Test
    void isDirtyWhereGitWasToldNotToLook() throws Exception {
        git.run("update-index", "--assume-unchanged", "abra.sh");
        git.write("abra.sh", "export VERSION=2\n");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(copy().dirty()).isTrue();

        git.run("update-index", "--no-assume-unchanged", "abra.sh");
        git.run("update-index", "--skip-worktree", "abra.sh");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(copy().dirty()).isTrue();
    }

    @Test
    void isNeverChanged() throws Exception {
        git.write("abra.sh", "export VERSION=2\n").write("new.txt", "new").write("staged.txt", "staged");
        git.run("add", "staged.txt");
        var before = contents();

        copy();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void mayBeALinkedWorktree() throws Exception {
        git.run("worktree", "add", "--quiet", "-b", "fix", "../linked");
        var linked = new RealGit(folder.resolve("linked"));
        String commit = linked.commit("fix.txt", "fixed");

        Checkout copy = copy(linked.directory().toString());

        assertThat(copy.commit()).isEqualTo(commit).isNotEqualTo(head);
        assertThat(copy.dirty()).isFalse();
        assertThat(files(copy.directory())).contains("fix.txt").doesNotContain(".git");
    }

    @Test
    void isFoundByEveryFormOfPath() {
        assertThat(List.of("/home/me/gitea", "./gitea", "../gitea", "~/gitea", "~", ".", ".."))
                .allMatch(ref -> WorkingTree.named(ref).isPresent());
        assertThat(List.of("main", "ci/pg-restore", "1.0.0+1.0", "pull/4", ".hidden", "~me/gitea", "..."))
                .allMatch(ref -> WorkingTree.named(ref).isEmpty());
    }

    @Test
    void countsFromHomeAndFromTheWorkingDirectory() {
        String home = System.getProperty("user.home");
        assertThatThrownBy(() -> copy("~/no-such-recipe"))
                .hasMessageContaining("Copying the working tree " + Path.of(home, "no-such-recipe"));
        assertThatThrownBy(() -> copy("./no-such-recipe"))
                .isInstanceOf(CheckoutException.class)
                .hasMessage(
                        "Copying the working tree " + Path.of("no-such-recipe").toAbsolutePath()
                                + ", named by -Dref=./no-such-recipe: it is not the top folder of a git working tree."
                                + " A relative path counts from " + Path.of("").toAbsolutePath());
    }

    @Test
    void mustBeTheTopFolder() throws Exception {
        Files.createDirectory(git.directory().resolve("below"));

        assertThatThrownBy(() -> copy(git.directory().resolve("below").toString()))
                .isInstanceOf(CheckoutException.class)
                .hasMessageEndingWith("it is not the top folder of a git working tree.");
    }

    @Test
    void mustHaveACommit() throws Exception {
        Files.createDirectory(folder.resolve("young"));
        new RealGit(folder.resolve("young")).run("init", "--quiet");

        assertThatThrownBy(() -> copy(folder.resolve("young").toString()))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("it has no commit yet");
    }

    @Test
    void mayHoldTheFolderOfTheRun() throws Exception {
        git.write("target/harness/kept", "of an earlier run");
        Path within = git.directory().resolve("target/harness/run/checkout");

        Checkout copy = new Catalogue(folder.toUri(), folder.resolve("cache"))
                .checkOut(GITEA, Optional.of(git.directory().toString()), within);

        assertThat(copy.dirty()).isTrue();
        assertThat(files(copy.directory())).contains("target/harness/kept").hasSize(4);
    }

    private Checkout copy() throws InterruptedException {
        return copy(git.directory().toString());
    }

    private Checkout copy(String ref) throws InterruptedException {
        return new Catalogue(folder.resolve("no catalogue").toUri(), folder.resolve("cache"))
                .checkOut(GITEA, Optional.of(ref), folder.resolve("run-" + System.nanoTime()));
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        for (String file : files(git.directory())) {
            Path path = git.directory().resolve(file);
            contents.put(
                    file, Files.getLastModifiedTime(path) + " " + Files.readString(path, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }
}
