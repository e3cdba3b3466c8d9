package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.settings.Setting;
import org.recipeharness.swarm.NetworkMember;

/** A service that asks for one of its own stack, and reaches a stranger of that name on the network that they share. */
class NameCollisionTest {

    private static final String COLLISION = "Service 'front' of stack " + FixtureRun.STACK
            + " reaches by the name 'app' 'other_app' of stack other on network 'proxy', not only its own '"
            + FixtureRun.STACK + "_app', and it is told to ask for it: environment UPSTREAM (compose.yml:7) as"
            + " 'http://app:3000'. Rename the service to something unique, or ask for ${STACK_NAME}_app";

    private final Path folder;

    NameCollisionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isRedInInstallAlone() {
        Outcome outcome = run("app").of(Answering.class);

        assertThat(outcome.failures()).containsOnlyKeys("Install.reachesItsOwnServices");
        assertThat(outcome.failure("Install.reachesItsOwnServices"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(COLLISION);
    }

    @Test
    void standsBehindTheFirstWordsOfAProbeThatFails() {
        Outcome outcome = run("app").of(Silent.class);

        assertThat(outcome.failure("Install.becomesReady"))
                .isInstanceOf(NotReadyException.class)
                .message()
                .startsWith("Waiting for 'never'")
                .contains("\n" + COLLISION);
    }

    @Test
    void isNoneWhereTheStrangerHasAnotherName() {
        Outcome outcome = run("shop").of(Answering.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.reported())
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("Service 'front' asks for 'app'")
                        .contains("nobody else has that name today"));
    }

    /** With a stranger on the shared network, which docker's resolver asks first: its name sorts before the stack's. */
    private FixtureRun run(String strangersName) {
        return FixtureRun.in(folder)
                .with(Setting.NEIGHBOUR_IMAGE, "none")
                .on(swarm -> connectAStranger(swarm, strangersName));
    }

    static void connectAStranger(RecordingSwarm swarm, String strangersName) {
        String internal = FixtureRun.STACK + "_internal";
        swarm.connect(
                own("proxy", "front", "10.0.0.2"),
                own(internal, "front", "10.1.0.2"),
                own(internal, "app", "10.1.0.3"),
                new NetworkMember("proxy", false, "other_app", "other", Set.of(strangersName), Set.of("10.0.0.9")));
    }

    private static NetworkMember own(String network, String service, String address) {
        return new NetworkMember(
                network, false, FixtureRun.STACK + "_" + service, FixtureRun.STACK, Set.of(service), Set.of(address));
    }

    @RecipeDeployment(value = "meshed", ready = @Ready(by = AnswersAtOnce.class, budget = "3x1s"))
    static class Answering {

        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment(value = "meshed", ready = @Ready(by = NeverAnswers.class, budget = "1x1s"))
    static class Silent {

        @Nested
        class Install extends InstallTier {}
    }
}
