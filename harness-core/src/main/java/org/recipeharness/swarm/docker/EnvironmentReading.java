package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a container's environment out of what the engine says of it. */
final class EnvironmentReading {

    private EnvironmentReading() {}

    static Map<String, String> read(InspectContainerResponse container) {
        var environment = new LinkedHashMap<String, String>();
        String[] lines = container.getConfig().getEnv();
        if (lines != null) {
            for (String line : lines) {
                int at = line.indexOf('=');
                if (at > 0) {
                    environment.put(line.substring(0, at), line.substring(at + 1));
                }
            }
        }
        return environment;
    }
}
