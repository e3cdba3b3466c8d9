package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.files.FolderLock;
import org.recipeharness.files.HeldException;
import org.recipeharness.process.Command;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.promotion.PromotionFailedException;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.SwarmException;

/** Promotes a recipe over its releases, and through what gets in the way. */
@Tag("swarm")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class PromotionTest {

    private static final String OLD = "1.0.0+1";
    private static final String NEW = "1.1.0+2";
    private static final String NEWEST = "1.2.0+3";

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

    @Test
    void carriesItsDataOverReleases() throws Exception {
        assertThat(site.promote().kind()).isEqualTo(Promoted.Kind.FIRST);
        assertThat(site.promote().kind()).isEqualTo(Promoted.Kind.UNCHANGED);
        site.release(NEW);
        assertThat(site.promote().kind()).isEqualTo(Promoted.Kind.ADVANCED);
        site.release(NEWEST);
        Promoted newest = site.promote();

        assertThat(newest.from()).contains(NEW);
        assertIdleAt(NEWEST);
        assertThat(site.versions()).containsExactly(OLD, NEW, NEWEST);
        assertThat(site.passwords()).hasSize(3).containsOnly(site.passwords().get(0));
        assertThat(site.canonical().orElseThrow().history())
                .extracting(aged -> aged.version().ref())
                .containsExactly(NEW, OLD);
    }

    @Test
    void bringsTheOldVersionBackWithItsDataWhenTheNewOneFails() throws Exception {
        site.promote();
        site.release(NEW, "rm -f /data/version; exit 1");

        assertThatThrownBy(site::promote)
                .isInstanceOf(PromotionFailedException.class)
                .hasMessageContaining("crash-loops")
                .hasMessageContaining("The canonical is " + OLD + " as before, with its data");

        assertIdleAt(OLD);
        // It was there when the old version came up again.
        assertThat(site.versions()).containsExactly(OLD, OLD);
    }

    @Test
    void bringsTheOldVersionBackWhenTheNewOneLosesWhatTheCanonicalCarries() throws Exception {
        site.promote();
        site.release(NEW, "rm -f /data/.recipe-harness-marker; exec sleep infinity");

        assertThatThrownBy(site::promote)
                .isInstanceOf(PromotionFailedException.class)
                .hasMessageContaining("since its first promotion is not there: volume 'data'");

        assertIdleAt(OLD);
    }

    @Test
    void leavesNothingOfAFirstOneThatFails() throws Exception {
        site.release(NEW, "exit 1");

        assertThatThrownBy(site::promote)
                .isInstanceOf(PromotionFailedException.class)
                .hasMessageContaining("There was no canonical before, and there is none now");

        assertThat(site.canonical()).isEmpty();
        assertThat(site.place().running().isNothing()).isTrue();
        assertThat(site.place().volumes()).isEmpty();
    }

    @Test
    void undeploysACanonicalThatRunsBehindTheRegistrysBack() throws Exception {
        RenderedStack idle = site.promote().head().orElseThrow().app().stack();
        site.swarm()
                .createSecret(
                        idle.name(),
                        idle.name() + "_pw_v1",
                        "found running",
                        idle.labels().asMap());
        site.swarm().deploy(idle);
        site.release(NEW);

        Promoted promoted = site.promote();

        assertThat(promoted.kind()).isEqualTo(Promoted.Kind.ADVANCED);
        assertThat(promoted.told())
                .singleElement()
                .asString()
                .contains("The registry says " + OLD + " is idle, but at");
        assertIdleAt(NEW);
    }

    @Test
    void touchesNoStackOfSomebodyElse() throws Exception {
        String stack = site.place().stack().text();
        Command.of("docker", "stack", "deploy", "-c", "-", stack)
                .reading(TestStack.SLEEPER)
                .run()
                .orFail("Deploying a stack of somebody else");

        assertThatThrownBy(site::promote)
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("service " + stack + "_app")
                .hasMessageContaining("harness.live-warm=keeps");

        assertThat(site.swarm().services(site.place().stack())).hasSize(1);
        Command.of("docker", "stack", "rm", stack).run().orFail("Removing it");
    }

    @Test
    void touchesNothingWhereSomebodyElseAnswersAtItsDomain() throws Exception {
        try (var other = new TestStack()) {
            other.deploy(TestStack.SLEEPER + "    deploy: {labels: {traefik.http.routers.app.rule: Host(`"
                    + site.place().domain() + "`)}}\n");

            assertThatThrownBy(site::promote)
                    .isInstanceOf(SwarmException.class)
                    .hasMessageContaining(other.name() + "_app of another stack answers there, by its labels");
        }
        assertThat(site.place().volumes()).isEmpty();
    }

    @Test
    void refusesADowngradeAndBeginsAnewOnRequest() throws Exception {
        site.release(NEW);
        site.promote();
        site.withdraw(NEW);

        assertThatThrownBy(site::promote)
                .isInstanceOf(PromotionFailedException.class)
                .hasMessageContaining("a downgrade");
        assertIdleAt(NEW);

        Promoted anew = site.promote(Map.of("harness.canonical-rebuild", "keeps"));
        assertThat(anew.kind()).isEqualTo(Promoted.Kind.FIRST);
        assertThat(site.versions()).containsExactly(OLD);
    }

    @Test
    void tellsAKeyThatTheDataWasNotMadeWith() throws Exception {
        site.promote();
        site.makeWithAnotherKey();
        site.release(NEW);

        assertThatThrownBy(site::promote)
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("expected 0123456789abcdef, which its data was made with");
        assertIdleAt(OLD);
    }

    @Test
    void tellsVolumesThatAreMissing() throws Exception {
        site.promote();
        site.swarm().removeVolume(site.volume());
        site.release(NEW);

        assertThatThrownBy(site::promote)
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining(site.volume())
                .hasMessageContaining("-Dharness.canonical-rebuild=keeps");
    }

    @Test
    void tellsWhoHoldsTheRecipe() throws Exception {
        try (FolderLock other =
                site.registry().hold(new RecipeName("keeps"), "run 20260101-000000-abcdef", Duration.ZERO)) {
            assertThat(other.folder()).exists();
            assertThatThrownBy(() -> site.promote(Map.of("harness.canonical-wait", "1s")))
                    .isInstanceOf(HeldException.class)
                    .hasMessageContaining("run 20260101-000000-abcdef");
        }
        assertThat(site.place().volumes()).isEmpty();
    }

    @Test
    void letsTheSecondOfTwoWaitForTheFirst() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            var kinds = new ArrayList<Promoted.Kind>();
            for (Future<Promoted> each : both.invokeAll(List.<Callable<Promoted>>of(site::promote, site::promote))) {
                kinds.add(each.get().kind());
            }
            assertThat(kinds).containsExactlyInAnyOrder(Promoted.Kind.FIRST, Promoted.Kind.UNCHANGED);
        } finally {
            both.shutdownNow();
        }
        assertIdleAt(OLD);
    }

    @Test
    void rehearsesOnCopiesAndLeavesTheCanonicalAsItIs() throws Exception {
        site.promote();
        byte[] record = Files.readAllBytes(site.record());
        site.release(NEW);

        Promoted rehearsed = site.promote(Map.of("ref", NEW, "tier", "promote"));

        assertThat(rehearsed.kind()).isEqualTo(Promoted.Kind.REHEARSED);
        assertThat(rehearsed.from()).contains(OLD);
        assertThat(rehearsed.domain()).isNotEqualTo(site.place().domain()).startsWith("warm-keeps-");
        assertIdleAt(OLD);
        assertThat(site.versions()).containsExactly(OLD);
        assertThat(site.record()).hasBinaryContent(record);
        assertThat(site.swarm().leftovers(StackName.of(rehearsed.domain())).isNothing())
                .isTrue();
    }

    @Test
    void upgradesFromAnEarlierCanonical() throws Exception {
        site.promote();
        site.release(NEW);
        site.promote();
        site.release(NEWEST);

        assertThat(site.upgradedFrom("canonical:2")).containsExactly(OLD, OLD, NEWEST);
        assertThat(site.upgradedFrom("canonical")).containsExactly(OLD, NEW, NEW, NEWEST);
        assertIdleAt(NEW);
    }

    private void assertIdleAt(String version) {
        assertThat(site.canonical().orElseThrow().current().ref()).isEqualTo(version);
        assertThat(site.place().running().byKind()).isEmpty();
        assertThat(site.place().volumes()).isEqualTo(List.of(site.volume()));
        assertThat(site.registry().underWay(new RecipeName("keeps"))).isEmpty();
    }
}
