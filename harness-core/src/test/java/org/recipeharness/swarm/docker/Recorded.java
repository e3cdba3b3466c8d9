package org.recipeharness.swarm.docker;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Answers of an engine, shortened to what matters, read as docker-java reads them: of 20.10.24, unless the name says another. */
final class Recorded {

    private static final ObjectMapper MAPPER =
            DefaultDockerClientConfig.createDefaultConfigBuilder().build().getObjectMapper();

    private Recorded() {}

    static <T> T read(String name, TypeReference<T> type) throws IOException {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return MAPPER.readValue(in, type);
        }
    }
}
