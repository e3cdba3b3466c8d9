package org.recipeharness.swarm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Configs of a swarm by their names, which somebody else may be quicker to make. */
final class FakeConfigs {

    private final Map<String, byte[]> contents = new HashMap<>();
    private Optional<byte[]> rival = Optional.empty();

    /** Lets somebody else make each with this content, at the moment before it is made. */
    void outrunWith(byte[] content) {
        rival = Optional.of(content);
    }

    Optional<byte[]> read(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    void create(String name, byte[] content) {
        if (contents.putIfAbsent(name, rival.orElse(content)) != null || rival.isPresent()) {
            throw new SwarmException("Making the config " + name + ": the name is taken");
        }
    }
}
