package org.recipeharness.data;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/** A database server, as the client in its own container reaches it through its socket. */
final class DatabaseServer {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DeployedApp app;
    private final String service;
    private final SqlClient client;
    private final InstantSource clock;
    private final Sleeper sleeper;

    DatabaseServer(DeployedApp app, String service, SqlClient client, InstantSource clock, Sleeper sleeper) {
        this.app = app;
        this.service = service;
        this.client = client;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Runs statements; a server that is just starting or ending connections is asked again, any other answer is an answer. */
    ExecResult run(String sql) throws InterruptedException {
        Instant end = clock.instant().plus(LIMIT);
        while (true) {
            Optional<ExecResult> result = tried(sql, clock.instant().isBefore(end));
            if (result.isPresent()) {
                return result.get();
            }
            sleeper.pause(BETWEEN_TRIES);
        }
    }

    /** Whether an answer says that the marker is not there; any other failure says nothing of it. */
    boolean hasNoMarker(ExecResult result) {
        return client.saysNoMarker(result.err());
    }

    /** What was said, without secrets, in one line. */
    String said(ExecResult result) {
        String words = (result.out() + result.err()).strip().replaceAll("\\s*\n\\s*", " / ");
        return client.program() + " exited with " + result.exit() + " and said: " + app.mask(words);
    }

    private Optional<ExecResult> tried(String sql, boolean again) throws InterruptedException {
        try {
            ServiceExec exec = app.exec(service);
            ExecResult result = exec.run(client.request(ContainerVariables.of(exec), sql));
            boolean later = result.exit() != 0 && client.saysLater(result.err());
            return again && later ? Optional.empty() : Optional.of(result);
        } catch (SwarmException e) {
            if (again && e.isContainerGone()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
