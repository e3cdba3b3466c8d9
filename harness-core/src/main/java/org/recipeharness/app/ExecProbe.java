package org.recipeharness.app;

import java.time.Duration;
import java.util.List;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/**
 * Looks whether a command in a service succeeds, such as {@code pg_isready}.
 *
 * @param name the probe's name
 * @param service where the command runs
 * @param words program and arguments; exit code 0 means ready
 */
public record ExecProbe(String name, ServiceExec service, List<String> words) implements Probe {

    public ExecProbe {
        words = List.copyOf(words);
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        String command = "'" + String.join(" ", words) + "' in service '" + service.service() + "'";
        try {
            ExecResult result =
                    service.run(ExecRequest.of(words.toArray(String[]::new)).within(limit));
            return result.exit() == 0
                    ? Look.ready(command + " succeeded")
                    : Look.notYet(command + " ended with exit code " + result.exit() + ": "
                            + (result.err() + result.out()).strip());
        } catch (SwarmException e) {
            return Look.notYet(String.valueOf(e.getMessage()), e);
        }
    }
}
