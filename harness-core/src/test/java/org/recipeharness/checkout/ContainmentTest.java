package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** Whether a head contains a change, in repositories that git itself has made. */
class ContainmentTest {

    private static final RecipeName RECIPE = new RecipeName("discourse");
    private static final String RELEASE = "0.8.1+3.5.0";

    @TempDir
    private Path folder = Path.of("");

    private RealGit git = new RealGit(Path.of(""));
    private String proposed = "";

    @BeforeEach
    void publishAReleaseAndAChangeThatIsInNone() throws Exception {
        git = RealGit.publish(folder.resolve("catalogue"), "discourse");
        git.release(RELEASE);
        git.run("checkout", "--quiet", "-b", "discourse-official-image");
        proposed = git.commit("compose.yml", "the official image");
        git.run("update-ref", "refs/pull/4/head", proposed);
        git.run("checkout", "--quiet", "main");
    }

    @Test
    void aReleaseDoesNotContainWhatIsProposedOnTopOfIt() throws Exception {
        assertThat(containment(RELEASE, "pull/4").contained()).isFalse();
        assertThat(containment("main", "discourse-official-image").contained()).isFalse();
        assertThat(containment(RELEASE, proposed).contained()).isFalse();
    }

    @Test
    void aHeadContainsItselfByAnyName() throws Exception {
        Containment byItsBranch = containment("discourse-official-image", "pull/4");

        assertThat(byItsBranch.contained()).isTrue();
        assertThat(byItsBranch.commit()).isEqualTo(proposed);
        assertThat(containment("pull/4", "discourse-official-image").contained())
                .isTrue();
        assertThat(containment(proposed, proposed.substring(0, 8)).contained()).isTrue();
    }

    @Test
    void aHeadContainsWhatItDescendsFrom() throws Exception {
        assertThat(containment("discourse-official-image", RELEASE).contained()).isTrue();
        assertThat(containment("discourse-official-image", "main").contained()).isTrue();
    }

    @Test
    void whatWasMergedIsContainedAndWhatItsBranchGotLaterIsNot() throws Exception {
        git.run("merge", "--quiet", "--no-ff", "--message", "merge", "discourse-official-image");
        git.release("0.9.0+3.5.3");

        assertThat(containment("0.9.0+3.5.3", "pull/4").contained()).isTrue();

        git.run("checkout", "--quiet", "discourse-official-image");
        git.commit("abra.sh", "an afterthought");

        assertThat(containment("0.9.0+3.5.3", "discourse-official-image").contained())
                .isFalse();
        assertThat(containment("0.9.0+3.5.3", "pull/4").contained()).isTrue();
    }

    @Test
    void whatWasSquashedIsContainedByTheCommitThatItBecame() throws Exception {
        git.run("merge", "--quiet", "--squash", "discourse-official-image");
        git.run("commit", "--quiet", "--message", "squashed");

        assertThat(containment("main", "pull/4").contained()).isFalse();
        assertThat(containment("main", git.head()).contained()).isTrue();
    }

    @Test
    void aWorkingTreeContainsWhatItsHeadDoesThoughNobodyHasPublishedThat() throws Exception {
        RealGit ours = cloned("--branch=discourse-official-image");
        ours.commit("abra.sh", "not pushed yet");

        assertThat(containment(ours.directory().toString(), "pull/4").contained())
                .isTrue();

        ours.run("checkout", "--quiet", "main");
        ours.commit("abra.sh", "not pushed either");
        ours.write("compose.yml", "the official image");

        assertThat(containment(ours.directory().toString(), "pull/4").contained())
                .isFalse();
    }

    @Test
    void aWorkingTreeThatHasNotFetchedTheChangeDoesNotContainIt() throws Exception {
        RealGit ours = cloned("--single-branch", "--branch=main");
        ours.commit("abra.sh", "not pushed yet");

        assertThat(containment(ours.directory().toString(), "pull/4").contained())
                .isFalse();
    }

    @Test
    void aShallowWorkingTreeCanNotTell() throws Exception {
        RealGit ours = cloned("--depth=1", "--branch=discourse-official-image");
        ours.commit("abra.sh", "not pushed yet");
        String path = ours.directory().toString();

        assertThat(containment(path, "pull/4").contained()).isTrue();
        assertThatThrownBy(() -> containment(path, RELEASE))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("the working tree is a shallow clone")
                .hasMessageEndingWith("Complete it: git fetch --unshallow");
    }

    @Test
    void aNameThatIsNowhereIsAnErrorWithTheNearestOnes() {
        assertThatThrownBy(() -> containment(RELEASE, "discourse-offical-image"))
                .isInstanceOf(CheckoutException.class)
                .hasMessageMatching("Deciding whether discourse at 0\\.8\\.1\\+3\\.5\\.0 \\([0-9a-f]{8}\\) contains"
                        + " 'discourse-offical-image', which an assertion is about:"
                        + " no tag, branch, pull request or commit is called so\\."
                        + " The nearest: discourse-official-image\\."
                        + " Tags: 0\\.8\\.1\\+3\\.5\\.0; branches: discourse-official-image, main; pull requests: pull/4\\."
                        + " So the assertion is stale: .*");
        assertThatThrownBy(() -> containment(RELEASE, "pull/5")).hasMessageContaining("The nearest: pull/4.");
        assertThatThrownBy(() -> containment(RELEASE, "")).hasMessageContaining("the assertion is stale");
        assertThatThrownBy(() -> containment(RELEASE, "./discourse")).hasMessageContaining("the assertion is stale");
    }

    @Test
    void saysWhatItHasFound() throws Exception {
        assertThat(containment(RELEASE, "pull/4").toString())
                .matches("discourse at 0\\.8\\.1\\+3\\.5\\.0 \\([0-9a-f]{8}\\) does not contain pull/4 \\("
                        + proposed.substring(0, 8) + "\\)");
        assertThat(containment(proposed, proposed)).asString().endsWith(" contains " + proposed);
    }

    private RealGit cloned(String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        // By its address, as git makes no shallow clone of a path.
        arguments.addAll(
                List.of("file://" + git.directory(), folder.resolve("ours").toString()));
        git.run(arguments.toArray(String[]::new));
        return new RealGit(folder.resolve("ours"));
    }

    private Containment containment(String ref, String change) throws InterruptedException {
        var catalogue = new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"));
        return catalogue.containment(
                catalogue.checkOut(RECIPE, Optional.of(ref), folder.resolve("run-" + System.nanoTime())), change);
    }
}
