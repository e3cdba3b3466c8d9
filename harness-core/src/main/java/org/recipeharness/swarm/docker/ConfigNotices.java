package org.recipeharness.swarm.docker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.recipeharness.swarm.Notice;
import org.recipeharness.swarm.Notices;
import org.recipeharness.swarm.SwarmException;

/**
 * Notices as configs: the swarm takes each name once, and a change of labels for the version only that it was made of.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Config/operation/ConfigUpdate">Engine API: update a
 *     config</a>
 */
final class ConfigNotices implements Notices {

    private static final int DONE = 200;
    private static final int NOT_THERE = 404;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String OUTRUN = "update out of sequence";

    private final DockerConnection connection;

    ConfigNotices(DockerConnection connection) {
        this.connection = connection;
    }

    @Override
    public String place() {
        return connection.host().toString();
    }

    @Override
    public Instant now() {
        return connection.call(
                "Asking the engine what time it is",
                client -> OffsetDateTime.parse(
                                String.valueOf(client.infoCmd().exec().getSystemTime()))
                        .toInstant());
    }

    @Override
    public List<Notice> list(String prefix) {
        return connection
                .call(
                        "Listing the configs " + prefix + "...",
                        client -> client.listConfigsCmd()
                                .withFilters(Map.of("name", List.of(prefix)))
                                .exec())
                .stream()
                .map(ConfigNotices::read)
                .filter(notice -> notice.name().startsWith(prefix))
                .sorted(Comparator.comparing(Notice::name))
                .toList();
    }

    private static Notice read(Config config) {
        // docker-java cuts the time to milliseconds, and has no field for the labels.
        Map<String, Object> raw = config.getRawValues();
        return new Notice(
                config.getId(),
                Long.parseLong(String.valueOf(RawSpec.map(raw.get("Version")).get("Index"))),
                Instant.parse(String.valueOf(raw.get("UpdatedAt"))),
                String.valueOf(RawSpec.spec(config).get("Name")),
                RawSpec.labels(config));
    }

    @Override
    public boolean create(String name, String content, Map<String, String> labels) {
        return connection.call("Making the config " + name, client -> {
            try {
                client.createConfigCmd()
                        .withName(name)
                        .withData(content.getBytes(StandardCharsets.UTF_8))
                        .withLabels(labels)
                        .exec();
                return true;
            } catch (ConflictException e) {
                return false;
            }
        });
    }

    @Override
    public boolean replace(Notice notice, Map<String, String> labels) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("Name", notice.name());
        ObjectNode all = spec.putObject("Labels");
        labels.forEach(all::put);
        String path = "/configs/" + notice.id() + "/update?version=" + notice.version();
        String purpose = "Changing the labels of the config " + notice.name();
        try (EngineSocket socket = EngineSocket.open(connection.host());
                var limit = new TimeLimit(LIMIT, socket::abandon)) {
            try {
                EngineAnswer answer = socket.post(path, spec.toString().getBytes(StandardCharsets.UTF_8));
                return answer.is(DONE) || refused(answer);
            } catch (IOException e) {
                if (limit.exceeded()) {
                    throw SwarmException.timedOut(purpose + ": no answer after " + LIMIT.toSeconds() + " s", e);
                }
                throw e;
            }
        } catch (IOException e) {
            throw connection.failed(purpose, e);
        }
    }

    /** The engine says 500 to one who comes too late. */
    private static boolean refused(EngineAnswer answer) throws IOException {
        IOException refusal = answer.refusal();
        if (answer.is(NOT_THERE) || String.valueOf(refusal.getMessage()).contains(OUTRUN)) {
            return false;
        }
        throw refusal;
    }

    @Override
    public void remove(Notice notice) {
        connection.call("Removing the config " + notice.name(), client -> {
            try {
                return client.removeConfigCmd(notice.id()).exec();
            } catch (NotFoundException e) {
                return null;
            }
        });
    }
}
