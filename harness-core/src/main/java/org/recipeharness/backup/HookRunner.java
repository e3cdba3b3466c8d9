package org.recipeharness.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs hooks in the containers of their services, as the specification's implementations do: by bash where there is one. */
final class HookRunner {

    private static final Logger LOG = LoggerFactory.getLogger(HookRunner.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration REPLACEMENT_LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST_OUTPUT = 2_000;
    private static final String BY_BASH_OR_SH =
            "if command -v bash >/dev/null 2>&1; then exec bash -c \"$0\"; else exec sh -c \"$0\"; fi";

    private final DeployedApp app;
    private final Duration limit;
    private final Sleeper sleeper;

    /**
     * Prepares to run hooks.
     *
     * @param limit how long each may take
     */
    HookRunner(DeployedApp app, Duration limit, Sleeper sleeper) {
        this.app = app;
        this.limit = limit;
        this.sleeper = sleeper;
    }

    /**
     * Runs each hook.
     *
     * @throws BackupException when one exits with anything but 0; those behind it are not run
     */
    List<HookRun> run(List<Hook> hooks) throws InterruptedException {
        var runs = new ArrayList<HookRun>();
        for (Hook hook : hooks) {
            HookRun run = run(hook);
            LOG.info("{}", run);
            if (run.exit() != 0) {
                throw new BackupException("The " + hook + " failed: exit code " + run.exit() + ", expected 0. It ran: "
                        + app.mask(hook.command()) + ". It said: "
                        + (run.output().isEmpty() ? "nothing" : run.output()));
            }
            runs.add(run);
        }
        return runs;
    }

    private HookRun run(Hook hook) throws InterruptedException {
        ExecRequest request =
                ExecRequest.of("sh", "-c", BY_BASH_OR_SH, hook.command()).within(limit);
        Instant deadline = Instant.now().plus(REPLACEMENT_LIMIT);
        while (true) {
            try {
                ExecResult result = app.exec(hook.service()).run(request);
                return new HookRun(hook, result.exit(), output(result), result.took());
            } catch (SwarmException e) {
                if (!e.isContainerGone() || Instant.now().isAfter(deadline)) {
                    throw new BackupException("Running the " + hook + ": " + e.getMessage(), e);
                }
                LOG.info(
                        "The container of service '{}' was replaced before its hook began; trying again",
                        hook.service());
                sleeper.pause(BETWEEN_TRIES);
            }
        }
    }

    private String output(ExecResult result) {
        String text = app.mask((result.out() + result.err()).strip());
        return text.length() <= LONGEST_OUTPUT
                ? text
                : text.lines().collect(Collectors.joining("\n")).substring(0, LONGEST_OUTPUT) + " [...]";
    }
}
