package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.SecretsChoice;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.settings.Setting;

class ReattachTierTest {

    private static final String DEPLOY = "deploy " + FixtureRun.STACK;
    private static final String REMOVE_VOLUMES = "remove volumes of " + FixtureRun.STACK;
    private static final String SECRET = FixtureRun.STACK + "_key_v1";

    private final Path folder;

    ReattachTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void deploysAnOlderReleaseAndThenTheHeadOntoTheVolumesThatItLeaves() {
        Outcome outcome = FixtureRun.in(folder).of(Kept.Reattach.class);

        assertThat(outcome.failures()).isEmpty();
        List<String> story = outcome.story();
        int first = story.indexOf(DEPLOY);
        int second = story.lastIndexOf(DEPLOY);
        assertThat(first).isLessThan(second);
        assertThat(story.subList(first, second))
                .contains("remove " + FixtureRun.STACK)
                .doesNotContain(REMOVE_VOLUMES);
        assertThat(story.subList(second, story.size())).contains("own test on 2.0.0+1.0.0", REMOVE_VOLUMES);
        assertThat(outcome.reported()).anySatisfy(value -> assertThat(value).startsWith("aged at 1.1.0+1.0.0"));
    }

    @Test
    void comesBackWithTheSecretsThatTheVolumesWereMadeWith() {
        FixtureRun run = FixtureRun.in(folder);

        run.of(Kept.Reattach.class);

        assertThat(run.itsSwarm().secretValues(SECRET))
                .hasSize(2)
                .containsOnly(run.itsSwarm().secretValues(SECRET).get(0));
    }

    @Test
    void comesBackWithNewSecretsWhereThatIsDeclared() {
        FixtureRun run = FixtureRun.in(folder);

        run.of(Fresh.class);

        assertThat(run.itsSwarm().secretValues(SECRET)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void tellsDataThatIsGone() {
        Outcome outcome =
                FixtureRun.in(folder).on(RecordingSwarm::loseFilesAtDeploy).of(Kept.Reattach.class);

        assertThat(outcome.failures()).containsOnlyKeys("Reattach.keepsTheDataThatWasThereBefore");
        assertThat(outcome.failure("Reattach.keepsTheDataThatWasThereBefore"))
                .hasMessageContaining(".recipe-harness-marker of service 'app' is gone");
    }

    @Test
    void doesNotTakeAnAppAwayThatIsKeptToBeLookedAt() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.KEEP, "on-failure").of(Kept.class);

        assertThat(outcome.failure("Reattach.comesUpOnTheVolumesOfAnOlderRelease"))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("its app is kept for you to look at (harness.keep)");
        assertThat(outcome.story()).containsOnlyOnce(DEPLOY).doesNotContain(REMOVE_VOLUMES);
    }

    @Test
    void isNotApplicableToAFirstRelease() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.REF, "1.0.0+1.0.0").of(Kept.Reattach.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().count()).isEqualTo(3);
        assertThat(outcome.story()).doesNotContain(DEPLOY);
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Kept {

        @Nested
        class Custom extends CustomTier {
            @Test
            void fails(DeployedApp app) {
                assertThat(app.services()).isEmpty();
            }
        }

        @Nested
        class Reattach extends ReattachTier {
            @Test
            void isOnTheHead(DeployedApp app) {
                FixtureRun.swarm().note("own test on " + app.checkout().ref());
            }
        }
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class), reattachSecrets = SecretsChoice.FRESH)
    static class Fresh {

        @Nested
        class Reattach extends ReattachTier {}
    }
}
