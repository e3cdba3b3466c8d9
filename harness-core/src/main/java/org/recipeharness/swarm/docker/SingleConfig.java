package org.recipeharness.swarm.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A config by its name, whether or not it belongs to a stack. */
final class SingleConfig {

    private final DockerConnection connection;
    private final String name;

    SingleConfig(DockerConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    Optional<byte[]> read() {
        // The engine's filter matches beginnings of names.
        return connection
                .call(
                        "Reading the config " + name,
                        client -> client.listConfigsCmd()
                                .withFilters(Map.of("name", List.of(name)))
                                .exec())
                .stream()
                .filter(found -> name.equals(RawSpec.spec(found).get("Name")))
                .map(RawSpec::content)
                .findFirst();
    }

    void create(byte[] content, Map<String, String> labels) {
        connection.call(
                "Making the config " + name,
                client -> client.createConfigCmd()
                        .withName(name)
                        .withData(content)
                        .withLabels(labels)
                        .exec());
    }
}
