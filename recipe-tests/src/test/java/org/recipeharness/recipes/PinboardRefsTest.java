package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipes.pinboard.MaintainersClone;
import org.recipeharness.recipes.pinboard.Pinboard;
import org.recipeharness.recipes.pinboard.PinboardRun;
import org.recipeharness.recipes.pinboard.SideBySide;
import org.recipeharness.stack.RunLabels;

/** Whether what is deployed is what {@code -Dref=} means, in each of its forms, and says so itself. */
@ResourceLock(providers = AloneOnTheNode.class)
class PinboardRefsTest {

    private static final String LATEST = "1.0.0+1.2.0";

    @TempDir
    private static Path folder = Path.of("");

    private static MaintainersClone published = new MaintainersClone(Path.of(""));

    @BeforeAll
    static void cloneTheRecipe() throws InterruptedException {
        published = MaintainersClone.in(folder.resolve("published"));
    }

    @SideBySide
    void withoutARefTheLatestReleaseRuns() throws Exception {
        try (var run = PinboardRun.at(Optional.empty())) {
            DeployedApp app = run.install();
            assertIsRelease(app, LATEST);
            assertRuns(app, run.board(app), "1.2.0");
        }
    }

    @SideBySide
    void anAnnotatedTagIsAPinnedDeploy() throws Exception {
        try (var run = PinboardRun.at(Optional.of("0.2.0+1.1.0"))) {
            DeployedApp app = run.install();
            assertIsRelease(app, "0.2.0+1.1.0");
            assertRuns(app, run.board(app), "1.1.0");
        }
    }

    @SideBySide
    void aLightweightTagIsAPinnedDeploy() throws Exception {
        try (var run = PinboardRun.at(Optional.of("0.1.0+1.0.0"))) {
            DeployedApp app = run.install();
            assertIsRelease(app, "0.1.0+1.0.0");
            assertRuns(app, run.board(app), "1.0.0");
        }
    }

    @SideBySide
    void aBranchIsAChaosDeploy() throws Exception {
        try (var run = PinboardRun.at(Optional.of("migration"))) {
            DeployedApp app = run.install();
            assertIsChaos(app, published.commit("origin/migration"), "", "1.1.0+1.3.0");
            assertRuns(app, run.board(app), "1.3.0");
        }
    }

    @SideBySide
    void aPullRequestIsAChaosDeploy() throws Exception {
        try (var run = PinboardRun.at(Optional.of("pull/4"))) {
            DeployedApp app = run.install();
            assertIsChaos(app, published.commit("origin/migration"), "", "1.1.0+1.3.0");
            assertRuns(app, run.board(app), "1.3.0");
        }
    }

    @SideBySide
    void aCommitIsAChaosDeployAlsoWhereItHasATag() throws Exception {
        String commit = published.commit("0.2.0+1.1.0");
        try (var run = PinboardRun.at(Optional.of(commit))) {
            DeployedApp app = run.install();
            assertIsChaos(app, commit, "", "0.2.0+1.1.0");
            assertRuns(app, run.board(app), "1.1.0");
        }
    }

    @SideBySide
    void theBeginningOfACommitIsThatCommit() throws Exception {
        String commit = published.commit("0.1.0+1.0.0");
        try (var run = PinboardRun.at(Optional.of(commit.substring(0, 10)))) {
            DeployedApp app = run.install();
            assertIsChaos(app, commit, "", "0.1.0+1.0.0");
            assertRuns(app, run.board(app), "1.0.0");
        }
    }

    @SideBySide
    void aCleanWorkingTreeIsItsCommit() throws Exception {
        var clone = MaintainersClone.in(folder.resolve("clean"));
        try (var run = PinboardRun.at(Optional.of(clone.directory().toString()))) {
            DeployedApp app = run.install();
            assertIsChaos(app, published.commit(LATEST), "", LATEST);
            assertRuns(app, run.board(app), "1.2.0");
        }
    }

    @SideBySide
    void aDirtyWorkingTreeRunsAsItIsAndSaysSo() throws Exception {
        var clone = MaintainersClone.in(folder.resolve("dirty"));
        clone.edit(".env.sample", "TITLE=\"Pinboard\"", "TITLE=\"Edited, not committed\"");
        try (var run = PinboardRun.at(Optional.of(clone.directory().toString()))) {
            DeployedApp app = run.install();
            assertIsChaos(app, published.commit(LATEST), "+U", LATEST);
            assertRuns(app, run.board(app), "1.2.0");
            assertThat(run.board(app).settings()).contains("\"title\": \"Edited, not committed\"");
        }
    }

    @SideBySide
    void anUntrackedFileMakesAWorkingTreeDirty() throws Exception {
        var clone = MaintainersClone.in(folder.resolve("untracked"));
        Files.writeString(clone.directory().resolve("compose.mine.yml"), "services: {}\n");
        try (var run = PinboardRun.at(Optional.of(clone.directory().toString()))) {
            DeployedApp app = run.install();
            assertIsChaos(app, published.commit(LATEST), "+U", LATEST);
            assertRuns(app, run.board(app), "1.2.0");
        }
    }

    private static void assertIsRelease(DeployedApp app, String tag) throws InterruptedException {
        assertCommit(app, published.commit(tag));
        assertThat(abrasLabels(app))
                .containsEntry("recipe", "pinboard")
                .containsEntry("version", tag)
                .containsEntry("chaos", "false")
                .doesNotContainKey("chaos-version");
    }

    private static void assertIsChaos(DeployedApp app, String commit, String dirty, String version) {
        assertCommit(app, commit + dirty);
        assertThat(abrasLabels(app))
                .containsEntry("recipe", "pinboard")
                .containsEntry("version", version)
                .containsEntry("chaos", "true")
                .containsEntry("chaos-version", commit.substring(0, 8) + dirty);
    }

    private static void assertCommit(DeployedApp app, String commit) {
        assertThat(app.services())
                .allSatisfy(service -> assertThat(service.labels())
                        .as("the labels of %s", service.name())
                        .containsEntry(RunLabels.COMMIT, commit));
    }

    private static void assertRuns(DeployedApp app, Pinboard board, String version)
            throws IOException, InterruptedException {
        // Whichever registry it is from; one that answers gives the digest too.
        assertThat(app.service("app").image()).matches("[^/]+/pinboard:\\Q" + version + "\\E(@sha256:.*)?");
        assertThat(board.version()).isEqualTo(version);
    }

    /** What abra sets on the main service, without the part before the name that all have in common. */
    private static Map<String, String> abrasLabels(DeployedApp app) {
        String prefix = "coop-cloud." + app.stack().name() + ".";
        var labels = new TreeMap<String, String>();
        app.service("app").labels().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                labels.put(name.substring(prefix.length()), value);
            }
        });
        return labels;
    }
}
