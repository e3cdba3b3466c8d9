package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** What {@code -Dref=} can say of a recipe that is published. */
class RefFormsTest {

    private static final RecipeName RECIPE = new RecipeName("gitea");

    @TempDir
    private Path folder = Path.of("");

    private RealGit git = new RealGit(Path.of(""));
    private String first = "";
    private String second = "";

    @BeforeEach
    void publish() throws Exception {
        git = RealGit.publish(folder.resolve("the catalogue"), "gitea");
        first = git.release("1.9.0+1.0");
        second = git.release("1.10.0+1.1");
    }

    @Test
    void anAnnotatedTagIsTheCommitThatItPointsTo() throws Exception {
        Checkout checkout = checkOut("1.9.0+1.0");

        assertThat(checkout.commit()).isEqualTo(first).isNotEqualTo(git.run("rev-parse", "1.9.0+1.0"));
        assertThat(checkout.tag()).isEqualTo(TagKind.ANNOTATED);
        assertThat(checkout.version().orElseThrow()).hasToString("1.9.0+1.0");
    }

    @Test
    void aLightweightTagIsToldFromAnAnnotatedOne() throws Exception {
        git.run("tag", "2.0.0+2", "HEAD");

        assertThat(checkOut("2.0.0+2").tag()).isEqualTo(TagKind.LIGHTWEIGHT);
    }

    @Test
    void aTagOfATagIsTheCommitInTheEnd() throws Exception {
        git.run("tag", "--annotate", "--message", "again", "signed-off", "1.9.0+1.0");

        assertThat(checkOut("signed-off").commit()).isEqualTo(first);
    }

    @Test
    void aTagOnAFileIsRefused() throws Exception {
        git.run("tag", "key", "HEAD:compose.yml");

        assertThatThrownBy(() -> checkOut("key"))
                .isInstanceOf(CheckoutException.class)
                .hasMessage("Looking for 'key' in recipe 'gitea': it points to a blob, expected a commit");
    }

    @Test
    void aTagWinsOverABranchOfTheSameNameWhichIsSaid() throws Exception {
        git.run("branch", "1.9.0+1.0", second);
        try (var log = new CapturedLog()) {
            assertThat(checkOut("1.9.0+1.0").commit()).isEqualTo(first);
            assertThat(log.text()).contains("the tag is taken. The branch can be had as refs/heads/1.9.0+1.0");
        }

        Checkout branch = checkOut("refs/heads/1.9.0+1.0");

        assertThat(branch.commit()).isEqualTo(second);
        assertThat(branch.tag()).isEqualTo(TagKind.NONE);
    }

    @Test
    void aBeginningThatSeveralCommitsHaveIsRefusedWithAll() throws Exception {
        List<String> twins = twins();
        String beginning = twins.get(0).substring(0, 4);

        assertThatThrownBy(() -> checkOut(beginning))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("Looking for the commit '" + beginning + "' in recipe 'gitea': 2 begin so: ")
                .hasMessageContainingAll(twins.get(0), twins.get(1), "Write more of its digits");
    }

    @Test
    void aPullRequestIsFetchedWhenAskedForAndAgainWhenItMoved() throws Exception {
        git.run("checkout", "--quiet", "--detach");
        String proposed = git.commit("proposal.txt", "one");
        git.run("update-ref", "refs/pull/4/head", proposed);

        assertThat(checkOut("pull/4"))
                .extracting(Checkout::commit, Checkout::ref, Checkout::tag)
                .containsExactly(proposed, "pull/4", TagKind.NONE);

        git.run("checkout", "--quiet", "--detach", second);
        String pushedAgain = git.commit("proposal.txt", "two");
        git.run("update-ref", "refs/pull/4/head", pushedAgain);

        assertThat(checkOut("pull/4").commit()).isEqualTo(pushedAgain);
    }

    @Test
    void anUnknownRefListsWhatThereIs() throws Exception {
        git.run("branch", "ci/pg-restore");
        git.run("update-ref", "refs/pull/4/head", first);
        git.run("update-ref", "refs/pull/12/head", first);
        git.run("tag", "not-a-release");

        assertThatThrownBy(() -> checkOut("1.11.0+1.1"))
                .isInstanceOf(CheckoutException.class)
                .hasMessage(
                        "Looking for '1.11.0+1.1' in recipe 'gitea': no tag, branch, pull request or commit is called so."
                                + " The nearest: 1.10.0+1.1, 1.9.0+1.0. Tags: 1.10.0+1.1, 1.9.0+1.0, not-a-release; branches: ci/pg-restore, main;"
                                + " pull requests: pull/12, pull/4."
                                + " A working tree is named by its path: absolute, or beginning with ./, ../ or ~");
        assertThatThrownBy(() -> checkOut("pull/5")).hasMessageContaining("pull requests: pull/12, pull/4");
        assertThatThrownBy(() -> checkOut("feedbeef")).hasMessageContaining("Looking for 'feedbeef'");
        assertThatThrownBy(() -> checkOut("x/../../config")).hasMessageContaining("Looking for 'x/../../config'");
    }

    @Test
    void aRecipeWithoutAReleaseSaysSo() throws Exception {
        RealGit.publish(folder.resolve("the catalogue"), "unreleased");

        assertThatThrownBy(() -> checkOut(new RecipeName("unreleased"), Optional.empty()))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("it has no tag of the form <semver>+<app version>");
    }

    @Test
    void whatIsWrittenIsARepositoryThatGitCallsClean() throws Exception {
        git.commit(".gitattributes", "* text=auto\n");
        git.write("run.sh", "#!/bin/sh\n")
                .directory()
                .resolve("run.sh")
                .toFile()
                .setExecutable(true);
        Files.createSymbolicLink(git.directory().resolve("link"), Path.of("compose.yml"));
        String commit = git.commit("deep/er/file", "text");

        var written = new RealGit(checkOut("main").directory());

        assertThat(written.head()).isEqualTo(commit);
        assertThat(written.run("status", "--porcelain", "--ignored")).isEmpty();
        assertThat(written.directory().resolve("run.sh")).isExecutable();
        assertThat(written.directory().resolve("link")).isSymbolicLink();
    }

    /** Ids can't be chosen, but of enough commits two begin with the same four digits. */
    private List<String> twins() throws Exception {
        var seen = new HashMap<String, String>();
        try (Git opened = Git.open(git.directory().toFile());
                ObjectInserter inserter = opened.getRepository().newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setAuthor(new PersonIdent("maintainer", "maintainer@lab.test"));
            commit.setCommitter(commit.getAuthor());
            commit.setTreeId(ObjectId.fromString(git.run("rev-parse", "HEAD^{tree}")));
            for (int i = 0; ; i++) {
                commit.setMessage("try " + i);
                String id = inserter.insert(commit).name();
                commit.setParentId(ObjectId.fromString(id));
                String twin = seen.put(id.substring(0, 4), id);
                if (twin != null) {
                    inserter.flush();
                    git.run("branch", "many", id);
                    return List.of(twin, id);
                }
            }
        }
    }

    private Checkout checkOut(String ref) throws InterruptedException {
        return checkOut(Optional.of(ref));
    }

    private Checkout checkOut(Optional<String> ref) throws InterruptedException {
        return checkOut(RECIPE, ref);
    }

    private Checkout checkOut(RecipeName recipe, Optional<String> ref) throws InterruptedException {
        return new Catalogue(folder.resolve("the catalogue").toUri(), folder.resolve("cache"))
                .checkOut(recipe, ref, folder.resolve("run-" + System.nanoTime()));
    }
}
