package org.recipeharness.swarm.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;

/** Reads the engine's own words out of docker-java's {@code Status 404: {"message":"..."}}. */
final class EngineMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EngineMessage() {}

    static String of(DockerException error) {
        String body = String.valueOf(error.getMessage())
                .replaceFirst("^Status \\d+: ", "")
                .strip();
        try {
            return JSON.readTree(body).path("message").asText(body).strip();
        } catch (JsonProcessingException e) {
            // What is between the engine and us may answer in another form; that is told as it is.
            return body;
        }
    }
}
