package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.canonical.Reconciled;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.swarm.SwarmException;

/** Kills a promotion at each of its steps, and looks at what the next one finds and makes of it. */
@Tag("swarm")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class PromotionKilledTest {

    private static final String OLD = "1.0.0+1";
    private static final String NEW = "1.1.0+2";

    @TempDir
    private Path folder = Path.of("");

    private PromotionSite site = new PromotionSite(folder);

    @BeforeEach
    void site() throws Exception {
        site = new PromotionSite(folder);
        site.release(OLD);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        site.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAVE", "LOOK_FOR_DATA", "RECORD"})
    void beforeItsRecordTheOldVersionIsTheCanonicalWithItsData(String step) throws Exception {
        assertTheOldVersionIsTheCanonicalBehind(step);
    }

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"RECONCILE", "BEGIN", "NOTE_SNAPSHOT", "DEPLOY"})
    void atAnyOtherStepBeforeItsRecordAsWell(String step) throws Exception {
        assertTheOldVersionIsTheCanonicalBehind(step);
    }

    private void assertTheOldVersionIsTheCanonicalBehind(String step) throws Exception {
        site.promote();
        site.release(NEW);

        site.promoteUntil(step);
        Reconciled found = site.reconcile();

        assertIdle();
        assertThat(found.canonical().orElseThrow().current().ref()).isEqualTo(OLD);
        assertThat(site.versions()).containsExactly(OLD);
        assertThat(String.join("\n", found.told()))
                .matches(told -> List.of("RECONCILE", "BEGIN").contains(step)
                        ? told.isEmpty()
                        : told.contains("The promotion to " + NEW));
        if (step.equals("RECORD")) {
            assertThatTheNextOneAdvances();
        }
    }

    @Test
    void behindItsRecordTheNewVersionIsTheCanonical() throws Exception {
        assertTheNewVersionIsTheCanonicalBehind("END");
    }

    @Test
    @Tag("nightly")
    void beforeItIsIdleAsWell() throws Exception {
        assertTheNewVersionIsTheCanonicalBehind("MAKE_IDLE");
    }

    private void assertTheNewVersionIsTheCanonicalBehind(String step) throws Exception {
        site.promote();
        site.release(NEW);

        site.promoteUntil(step);
        Promoted next = site.promote();

        assertThat(next.kind()).isEqualTo(Promoted.Kind.UNCHANGED);
        assertThat(String.join("\n", next.told())).contains("when its record was written already");
        assertIdle();
        assertThat(site.canonical().orElseThrow().current().ref()).isEqualTo(NEW);
        assertThat(site.versions()).containsExactly(OLD, NEW);
    }

    @Test
    void onItsWayBackTheOldVersionIsTheCanonicalWithItsData() throws Exception {
        site.promote();
        site.release(NEW, "exit 1");

        site.promoteUntil("BRING_BACK");
        // As one that is killed between the removal of a volume and its return from the snapshot.
        site.place().makeIdle();
        site.swarm().removeVolume(site.volume());
        Reconciled found = site.reconcile();

        assertIdle();
        assertThat(found.canonical().orElseThrow().current().ref()).isEqualTo(OLD);
        assertThat(site.versions()).containsExactly(OLD);
    }

    @Test
    void aFirstOneLeavesNothing() throws Exception {
        assertNothingIsLeftBehind("RECORD");
    }

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"DEPLOY", "LOOK_FOR_DATA"})
    void aFirstOneLeavesNothingAtAnyOtherStep(String step) throws Exception {
        assertNothingIsLeftBehind(step);
    }

    private void assertNothingIsLeftBehind(String step) throws Exception {
        site.promoteUntil(step);
        Reconciled found = site.reconcile();

        assertThat(found.canonical()).isEmpty();
        assertThat(String.join("\n", found.told())).contains("there was nothing to come back to");
        assertThat(site.place().running().isNothing()).isTrue();
        assertThat(site.place().volumes()).isEmpty();
    }

    @Test
    void touchesNoVolumeWhereTheRecordIsGone() throws Exception {
        site.promote();
        site.release(NEW);
        site.promoteUntil("LOOK_FOR_DATA");
        Files.delete(site.record());

        assertThatThrownBy(site::reconcile)
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("has no record of one any more")
                .hasMessageContaining("-Dharness.canonical-rebuild=keeps");
        assertThat(site.place().volumes()).containsExactly(site.volume());

        assertThat(site.promote(Map.of("harness.canonical-rebuild", "keeps")).kind())
                .isEqualTo(Promoted.Kind.FIRST);
        assertIdle();
    }

    private void assertIdle() {
        assertThat(site.place().running().byKind()).isEmpty();
        assertThat(site.place().volumes()).containsExactly(site.volume());
        assertThat(site.registry().underWay(new RecipeName("keeps"))).isEmpty();
    }

    private void assertThatTheNextOneAdvances() throws InterruptedException {
        assertThat(site.promote().kind()).isEqualTo(Promoted.Kind.ADVANCED);
        assertIdle();
        assertThat(site.canonical().orElseThrow().current().ref()).isEqualTo(NEW);
        assertThat(site.versions()).containsExactly(OLD, NEW);
    }
}
