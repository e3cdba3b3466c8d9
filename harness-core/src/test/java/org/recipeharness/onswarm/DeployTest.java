package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.process.Command;
import org.recipeharness.swarm.SwarmException;

@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class DeployTest {

    private static final String WITH_EVERYTHING = """
            version: "3.8"
            services:
              app:
                image: %1$s
                init: true
                command: sh -c 'echo $${GREETING} && exec sleep infinity'
                environment:
                  GREETING: hello-from-app
                volumes: ["data:/data"]
                networks: [inside]
                healthcheck:
                  test: ["CMD", "test", "-d", "/data"]
                  interval: 1s
              once:
                image: %1$s
                command: "true"
                deploy:
                  restart_policy: {condition: none}
            networks:
              inside:
            volumes:
              data:
            """.formatted(TestStack.IMAGE);

    @Test
    void convergesWithAHealthCheckAndAServiceThatEnds(TestStack stack) throws InterruptedException {
        DeployedApp app = stack.deploy(WITH_EVERYTHING);

        assertThat(app.services()).extracting(service -> service.shortName()).containsExactly("app", "once");
        assertThat(app.logs("app", 10)).singleElement().asString().endsWith("hello-from-app");
    }

    @Test
    void leavesNothingBehindAndMakesRoomForTheSameStackAtOnce(TestStack stack) throws InterruptedException {
        stack.deploy(WITH_EVERYTHING);
        assertThat(stack.swarm().leftovers(stack.name()).byKind())
                .containsOnlyKeys("container", "network", "service", "volume");

        stack.remove();
        assertThat(stack.swarm().leftovers(stack.name()).isNothing()).isTrue();
        assertThat(stack.swarm().tasks(stack.name())).isEmpty();

        // The race of swarm-scope networks: a deploy right behind a removal fails where absence was only assumed.
        stack.deploy(WITH_EVERYTHING);
    }

    @Test
    void leavesNoVolumeWithoutANameThatAnImageDeclares(TestStack stack) throws InterruptedException {
        DeployedApp app = stack.deploy("""
                version: "3.8"
                services:
                  app:
                    image: lab.invalid/mariadb:10.11.19
                    init: true
                    entrypoint: sleep infinity
                """);
        String volume = Command.of(
                        "docker",
                        "inspect",
                        "--format",
                        "{{range .Mounts}}{{.Name}}{{end}}",
                        app.exec().container())
                .run()
                .orFail("Looking for the image's volume")
                .out()
                .strip();
        assertThat(volume).matches("[0-9a-f]{64}");

        stack.remove();

        assertThat(Command.of("docker", "volume", "inspect", volume).run().exit())
                .as("the volume %s is gone", volume)
                .isNotZero();
    }

    @Test
    void callsACrashLoopByItsThirdFailedTask(TestStack stack) {
        assertThatThrownBy(() -> stack.deploy("""
                version: "3.8"
                services:
                  app:
                    image: %s
                    command: sh -c 'echo cannot-find-my-configuration >&2; exit 3'
                    deploy:
                      restart_policy: {delay: 0s}
                """.formatted(TestStack.IMAGE)))
                .isInstanceOf(DeployFailedException.class)
                // A loaded node may fail a fourth one before anybody looks.
                .hasMessageMatching(
                        "(?s)Service 'app' of stack " + stack.name() + " crash-loops: \\d of its tasks have failed.*")
                .hasMessageContaining("failed with exit code 3")
                .hasMessageContaining("cannot-find-my-configuration");
    }

    @Test
    void saysThatAServiceHasEndedForGood(TestStack stack) {
        assertThatThrownBy(() -> stack.deploy("""
                version: "3.8"
                services:
                  app:
                    image: %s
                    command: sh -c 'echo nothing-to-serve; exit 0'
                    deploy:
                      restart_policy: {condition: on-failure}
                """.formatted(TestStack.IMAGE)))
                .isInstanceOf(DeployFailedException.class)
                .hasMessageContaining("the service 'app' has ended, and its restart policy does not start it again")
                .hasMessageContaining("nothing-to-serve");
    }

    @Test
    void saysThatAnImageCanNotBeHad(TestStack stack) {
        assertThatThrownBy(() -> stack.deploy("""
                version: "3.8"
                services:
                  app:
                    image: lab.invalid/nobody-has-this:1
                    deploy:
                      restart_policy: {delay: 0s}
                """))
                .isInstanceOf(DeployFailedException.class)
                .hasMessageContaining("of service 'app' can't be had: No such image: lab.invalid/nobody-has-this:1")
                .hasMessageEndingWith("It was not pulled before the deploy (harness.pull)")
                .satisfies(failure -> assertThat(((DeployFailedException) failure).failure())
                        .isEqualTo(DeployFailure.IMAGE_UNAVAILABLE));
    }

    @Test
    void refusesADomainThatIsTakenAndLeavesItAlone(TestStack stack) throws InterruptedException {
        DeployedApp first = stack.deploy(WITH_EVERYTHING);

        assertThatThrownBy(() -> stack.deploy(WITH_EVERYTHING))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("its domain is taken")
                .hasMessageContaining("-Dharness.domain=");
        assertThat(first.exec().run("true").exit()).isZero();
    }

    @Test
    void saysThatAnExternalNetworkIsMissing(TestStack stack) {
        assertThatThrownBy(() -> stack.deploy("""
                version: "3.8"
                services:
                  app:
                    image: %s
                    networks: [nobody-made-this]
                networks:
                  nobody-made-this: {external: true}
                """.formatted(TestStack.IMAGE)))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("the network 'nobody-made-this'")
                .hasMessageContaining("docker network create --driver overlay --attachable nobody-made-this");
    }
}
