package org.recipeharness.lint.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.process.Command;
import org.recipeharness.process.CommandException;
import org.recipeharness.process.Finished;

/** Asks the docker CLI of this machine, by {@code docker stack config}, which came with version 23.0. */
public final class DockerStackConfig implements StackConfig {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The CLI fills in from its own environment what a recipe names without a value: nothing of this process may get there. */
    private static final Pattern ITS_OWN = Pattern.compile("PATH|HOME");

    private static final Pattern NAME = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

    /** The command reads files only. An engine that can't be reached proves it. */
    private static final String NO_ENGINE = "unix:///dev/null";

    @Override
    public Answer read(List<Path> files, Map<String, String> variables) {
        try {
            Finished finished = command(files, variables).run();
            if (finished.exit() == 0) {
                return new Accepted();
            }
            return isKnown() ? new Refused(finished.err().strip()) : new Unavailable("this docker CLI is too old");
        } catch (CommandException e) {
            return new Unavailable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // The next wait of the caller ends with it.
            Thread.currentThread().interrupt();
            return new Unavailable("the look was interrupted");
        }
    }

    private static boolean isKnown() throws InterruptedException {
        return docker(List.of("docker", "stack", "config", "--help"))
                .run()
                .out()
                .contains("--compose-file");
    }

    private static Command command(List<Path> files, Map<String, String> variables) {
        var words = new ArrayList<>(List.of("docker", "stack", "config"));
        files.forEach(file -> words.addAll(List.of("--compose-file", file.toString())));
        Command command = docker(words);
        for (var variable : variables.entrySet()) {
            if (isPassedOn(variable.getKey(), variable.getValue())) {
                command = command.with(variable.getKey(), variable.getValue());
            }
        }
        return command;
    }

    /** The CLI's own variables stay as they are, and no process can have a NUL in its environment. */
    private static boolean isPassedOn(String name, String value) {
        return NAME.matcher(name).matches()
                && !ITS_OWN.matcher(name).matches()
                && !name.startsWith("DOCKER_")
                && value.indexOf(0) < 0;
    }

    private static Command docker(List<String> words) {
        return Command.of(words.toArray(String[]::new))
                .inheriting(ITS_OWN)
                .with("DOCKER_HOST", NO_ENGINE)
                .within(LIMIT);
    }
}
