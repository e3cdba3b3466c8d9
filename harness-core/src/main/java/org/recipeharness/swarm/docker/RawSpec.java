package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.DockerObject;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recipeharness.stack.ContentDigest;

/** Reads of an engine's answer what docker-java has no field for. */
final class RawSpec {

    /**
     * What differs although the swarm keeps the task: the runtime, which it writes into a service's template only, and a
     * placement that the task's node meets.
     */
    private static final Set<String> PASSED_OVER = Set.of("Runtime", "Placement");

    private RawSpec() {}

    /** Digests what a service tells its tasks to be. */
    static ContentDigest ofTasksOf(DockerObject service) {
        return digest(map(spec(service).get("TaskTemplate")));
    }

    /** Digests how a service publishes its ports. */
    static ContentDigest ofEndpointOf(DockerObject service) {
        return digest(map(spec(service).get("EndpointSpec")));
    }

    /** Digests what a task was told to be; the swarm replaces a task whose service says something else by now. */
    static ContentDigest ofTask(DockerObject task) {
        return digest(spec(task));
    }

    /** Gives what stands in {@code Spec}. */
    static Map<?, ?> spec(DockerObject object) {
        return map(object.getRawValues().get("Spec"));
    }

    /** Gives what a config or another thing carries. */
    static Map<String, String> labels(DockerObject object) {
        var labels = new TreeMap<String, String>();
        map(spec(object).get("Labels"))
                .forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
        return labels;
    }

    /** Gives what a config holds. */
    static byte[] content(DockerObject config) {
        // An empty one has no data at all in the engine's answer.
        Object data = spec(config).get("Data");
        return data == null ? new byte[0] : Base64.getDecoder().decode(String.valueOf(data));
    }

    private static ContentDigest digest(Map<?, ?> spec) {
        var compared = sorted(spec);
        compared.keySet().removeAll(PASSED_OVER);
        return ContentDigest.of(String.valueOf(compared));
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> spec) {
        var sorted = new TreeMap<String, @Nullable Object>();
        spec.forEach((key, value) ->
                sorted.put(String.valueOf(key), value instanceof Map<?, ?> inner ? sorted(inner) : value));
        return sorted;
    }

    /** Gives an object of the engine's answer; an empty one where it has none. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
