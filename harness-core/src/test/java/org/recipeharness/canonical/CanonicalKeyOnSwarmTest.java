package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.process.Command;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.docker.DockerSwarm;

/** The key on a real swarm, in a config of another name than that of the swarm's canonicals. */
@Tag("swarm")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CanonicalKeyOnSwarmTest {

    private static final RecipeName GITEA = new RecipeName("gitea");
    private static final StackName STACK = new StackName("warm-canon-gitea_lab_test");
    private static final StackSecret DECLARED =
            new StackSecret("db", STACK + "_db_v1", new SecretForm(32, "0123456789abcdef"));

    private final String config =
            "recipe-harness-test-key-" + UUID.randomUUID().toString().substring(0, 8);
    private final String longer = config + "-too";

    @AfterEach
    void removeWhatWasMade() throws Exception {
        for (String made : List.of(config, longer)) {
            Command.of("docker", "config", "rm", made).run();
        }
    }

    @Test
    void isReadBackByWhoeverComesLater() {
        try (var swarm = new DockerSwarm(Optional.empty());
                var later = new DockerSwarm(Optional.empty())) {
            // The engine finds it by the beginning of its name, too.
            swarm.createConfig(longer, new byte[] {1}, Map.of());
            CanonicalKey made = CanonicalKey.of(swarm, "run-1", config);

            assertThat(CanonicalKey.of(later, "run-2", config).derive(GITEA, DECLARED, STACK))
                    .isEqualTo(made.derive(GITEA, DECLARED, STACK));
            assertThat(swarm.readConfig(config))
                    .hasValueSatisfying(content -> assertThat(content).hasSize(32));
            assertThat(swarm.readConfig(longer)).contains(new byte[] {1});
        }
    }

    @Test
    void isNotMadeOverAnother() {
        try (var swarm = new DockerSwarm(Optional.empty())) {
            assertThat(swarm.readConfig(config)).isEmpty();
            swarm.createConfig(config, new byte[] {0, (byte) 0xff}, Map.of());

            assertThatThrownBy(() -> swarm.createConfig(config, new byte[] {7}, Map.of()))
                    .isInstanceOf(SwarmException.class)
                    .hasMessageStartingWith("Making the config " + config + ": ")
                    .hasMessageContaining("already exists");
            assertThat(swarm.readConfig(config)).contains(new byte[] {0, (byte) 0xff});
        }
    }
}
