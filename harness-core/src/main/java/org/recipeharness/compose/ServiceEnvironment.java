package org.recipeharness.compose;

import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Puts the contents of a service's {@code env_file}s into its {@code environment}, and the app's variables where it names one
 * without a value or with an empty one.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/loader.go">docker CLI: resolveEnvironment</a>
 */
final class ServiceEnvironment {

    private final Path folder;
    private final Variables variables;

    ServiceEnvironment(Path folder, Variables variables) {
        this.folder = folder;
        this.variables = variables;
    }

    Yaml.Mapping resolvedIn(Yaml.Mapping service) {
        var environment = new LinkedHashMap<String, Yaml>();
        if (service.find("env_file").orElse(null) instanceof Yaml.Sequence files) {
            for (Yaml file : files.items()) {
                if (file instanceof Yaml.Scalar name) {
                    environment.putAll(new DockerEnvFile(folder, variables).read(name));
                }
            }
        }
        Yaml written = service.find("environment").orElse(null);
        if (written != null && !(written instanceof Yaml.Mapping)) {
            return service;
        }
        if (written instanceof Yaml.Mapping mapping) {
            environment.putAll(mapping.entries());
        }
        if (environment.isEmpty()) {
            return service.without("env_file");
        }
        environment.replaceAll(this::resolved);
        return service.without("env_file").with("environment", new Yaml.Mapping(environment, service.origin()));
    }

    private Yaml resolved(String name, Yaml value) {
        boolean open = value instanceof Yaml.Scalar scalar
                && (scalar.isNull() || scalar.text().isEmpty());
        return open
                ? variables
                        .find(name)
                        .<Yaml>map(variable -> Yaml.Scalar.text(variable.value(), variable.origin()))
                        .orElse(value)
                : value;
    }
}
