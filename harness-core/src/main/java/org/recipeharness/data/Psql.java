package org.recipeharness.data;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/**
 * The {@code psql} beside a PostgreSQL server, which it reaches through the server's own socket.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class Psql {

    /** What a server or its socket says while it starts, ends, or ends its connections. */
    private static final Pattern NOT_NOW =
            Pattern.compile("the database system is |No such file or directory\n\tIs the server"
                    + "|Connection refused\n\tIs the server|terminating connection|server closed the connection"
                    + "|is not currently accepting connections");

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DeployedApp app;
    private final PostgresDatabase database;
    private final Optional<DeclaredDatabase> declared;
    private final InstantSource clock;
    private final Sleeper sleeper;

    Psql(
            DeployedApp app,
            PostgresDatabase database,
            Optional<DeclaredDatabase> declared,
            InstantSource clock,
            Sleeper sleeper) {
        this.app = app;
        this.database = database;
        this.declared = declared;
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

    /** What was said, without secrets, in one line. */
    String said(ExecResult result) {
        String words = (result.out() + result.err()).strip().replaceAll("\\s*\n\\s*", " / ");
        return "psql exited with " + result.exit() + " and said: " + app.mask(words);
    }

    private Optional<ExecResult> tried(String sql, boolean again) throws InterruptedException {
        try {
            ServiceExec service = app.exec(database.service());
            ExecResult result = service.run(request(ContainerVariables.of(service), sql));
            boolean later = result.exit() != 0 && NOT_NOW.matcher(result.err()).find();
            return again && later ? Optional.empty() : Optional.of(result);
        } catch (SwarmException e) {
            if (again && e.isContainerGone()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private ExecRequest request(ContainerVariables variables, String sql) throws InterruptedException {
        ExecRequest request = ExecRequest.of(
                        "psql",
                        "-X",
                        "-w",
                        "-qAt",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-U",
                        database.user(),
                        "-d",
                        database.database())
                .reading(sql)
                // In English, so that a missing table is known for one; and no longer than it takes to reach a socket.
                .with("LC_ALL", "C")
                .with("PGCLIENTENCODING", "UTF8")
                .with("PGCONNECT_TIMEOUT", "5");
        return password(variables)
                .map(secret -> request.with("PGPASSWORD", secret))
                .orElse(request);
    }

    private Optional<String> password(ContainerVariables variables) throws InterruptedException {
        Optional<String> secret = declared.map(DeclaredDatabase::passwordSecret).filter(name -> !name.isEmpty());
        return secret.isPresent()
                ? variables.content("/run/secrets/" + secret.get())
                : variables.setting("POSTGRES_PASSWORD");
    }
}
