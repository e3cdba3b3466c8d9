package org.recipeharness.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.swarm.ExecResult;

/**
 * What a service's container is told by variables, or by the files that variables name.
 *
 * @see <a href="https://github.com/docker-library/docs/blob/master/postgres/content.md#docker-secrets">The official images' *_FILE
 *     variables</a>
 */
final class ContainerVariables {

    private final ServiceExec service;
    private final Map<String, String> environment;

    private ContainerVariables(ServiceExec service) {
        this.service = service;
        this.environment = service.environment();
    }

    static ContainerVariables of(ServiceExec service) {
        return new ContainerVariables(service);
    }

    boolean has(String variable) {
        return environment.containsKey(variable);
    }

    Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty());
    }

    /** The value of a variable, or what is in the file that {@code <variable>_FILE} names. */
    Optional<String> setting(String variable) throws InterruptedException {
        Optional<String> value = value(variable);
        Optional<String> file = value(variable + "_FILE");
        return value.isEmpty() && file.isPresent() ? content(file.get()) : value;
    }

    /** What is in a file; empty where it can't be read, and what that comes to is for the server to say. */
    Optional<String> content(String file) throws InterruptedException {
        // By exec: the engine's archives show a secret as an empty file.
        ExecResult read = service.run("cat", file);
        return read.exit() == 0 ? Optional.of(read.out().strip()) : Optional.empty();
    }

    /** The names of the variables that begin so, or so, without their values. */
    List<String> names(String... beginnings) {
        return environment.keySet().stream()
                .filter(name -> Arrays.stream(beginnings).anyMatch(name::startsWith))
                .sorted()
                .toList();
    }
}
