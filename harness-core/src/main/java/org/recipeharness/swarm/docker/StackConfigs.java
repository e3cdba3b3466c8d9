package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.Config;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.ServiceState;

/** The configs of one stack. */
final class StackConfigs {

    private final DockerConnection connection;
    private final StackName stack;

    StackConfigs(DockerConnection connection, StackName stack) {
        this.connection = connection;
        this.stack = stack;
    }

    List<Config> list() {
        return connection.call(
                "Listing the configs of stack " + stack,
                client -> client.listConfigsCmd()
                        .withFilters(Map.of("label", List.of(ServiceState.STACK_LABEL + "=" + stack)))
                        .exec());
    }

    List<ConfigState> read() {
        return list().stream()
                .map(StackConfigs::state)
                .sorted(Comparator.comparing(ConfigState::name))
                .toList();
    }

    private static ConfigState state(Config config) {
        return new ConfigState(
                String.valueOf(RawSpec.spec(config).get("Name")), ContentDigest.of(RawSpec.content(config)));
    }
}
