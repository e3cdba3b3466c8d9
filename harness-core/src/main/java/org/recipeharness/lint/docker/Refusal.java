package org.recipeharness.lint.docker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;

/**
 * Finds the fields that a refusal of {@code docker stack config} speaks of, in one compose file.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/loader.go">docker CLI: loader.go</a>
 */
final class Refusal {

    private static final Pattern ADDITIONAL = Pattern.compile("(?s).* Additional property (.*) is not allowed");
    private static final Pattern INTERPOLATION =
            Pattern.compile("(?s)(?:invalid interpolation format for|error while interpolating) (.*)");
    private static final Pattern DECODING = Pattern.compile("(?s).*error decoding '([^']*)'.*");
    private static final Pattern VERSION = Pattern.compile("unsupported Compose file version: (.*)");
    private static final Pattern NO_FILE = Pattern.compile("(?:open|read) (.*): [^:]*");
    private static final Pattern THING =
            Pattern.compile("(?s)(?:.* specified for )?(network|volume|secret|config) \"?([^\": ]+)\"?(?::.*)?");
    private static final String FORBIDDEN = "forbidden properties";
    private static final Pattern POSITION = Pattern.compile("\\[(\\d+)]");

    private final String message;

    Refusal(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    boolean isOfVersions() {
        return isMismatch() || VERSION.matcher(message).matches();
    }

    /** Determine if two files have different versions. */
    boolean isMismatch() {
        return message.startsWith("version mismatched");
    }

    /** Return the fields that docker speaks of; none if the message fits nothing in this document. */
    List<FieldPath> fieldsIn(Mapping document) {
        FieldPath root = FieldPath.root(document);
        if (message.toLowerCase(Locale.ROOT).contains(FORBIDDEN)) {
            return services(root)
                    .flatMap(service -> service.children().filter(field -> Advice.isForbidden(field.lastKey())))
                    .toList();
        }
        if (isOfVersions()) {
            return version(root).stream().toList();
        }
        Matcher decoding = DECODING.matcher(message);
        if (decoding.matches()) {
            return decoded(root, decoding.group(1)).limit(1).toList();
        }
        Matcher file = NO_FILE.matcher(message);
        if (file.matches()) {
            return services(root)
                    .flatMap(service -> service.child("env_file").stream())
                    .flatMap(field -> field.value() instanceof Scalar ? Stream.of(field) : field.children())
                    .filter(field -> endsWith(file.group(1), field.value()))
                    .limit(1)
                    .toList();
        }
        Matcher thing = THING.matcher(message);
        if (thing.matches()) {
            return root.descendant(List.of(thing.group(1) + "s", thing.group(2))).stream()
                    .toList();
        }
        return schemaField(document).stream().toList();
    }

    private Optional<FieldPath> version(FieldPath root) {
        Matcher unsupported = VERSION.matcher(message);
        if (!unsupported.matches()) {
            return Optional.of(root.child("version").orElse(root));
        }
        return root.child("version")
                .filter(field ->
                        field.value() instanceof Scalar scalar && scalar.text().equals(unsupported.group(1)));
    }

    private Optional<FieldPath> schemaField(Mapping document) {
        Matcher interpolation = INTERPOLATION.matcher(message);
        if (interpolation.matches()) {
            return FieldPath.leading(document, interpolation.group(1));
        }
        Matcher additional = ADDITIONAL.matcher(message);
        return FieldPath.leading(document, message)
                .flatMap(field -> additional.matches() ? field.child(additional.group(1)) : Optional.of(field));
    }

    /** Docker names a decoded field as Go does, {@code Deploy.Resources.Limits.memory}, and no service. */
    private static Stream<FieldPath> decoded(FieldPath root, String goName) {
        String name = POSITION.matcher(goName)
                .replaceAll(".$1")
                .toLowerCase(Locale.ROOT)
                .replace("_", "");
        return services(root).flatMap(service -> decoded(Stream.of(service), List.of(name.split("\\.", -1))));
    }

    private static Stream<FieldPath> decoded(Stream<FieldPath> parents, List<String> names) {
        Stream<FieldPath> found = parents;
        for (String name : names) {
            found = found.flatMap(FieldPath::children)
                    .filter(field -> field.lastKey()
                            .toLowerCase(Locale.ROOT)
                            .replace("_", "")
                            .equals(name));
        }
        return found;
    }

    private static boolean endsWith(String path, Yaml written) {
        return written instanceof Scalar scalar && path.endsWith(scalar.text().replaceFirst("^(\\./)+", ""));
    }

    private static Stream<FieldPath> services(FieldPath root) {
        return root.child("services").stream().flatMap(FieldPath::children);
    }

    /** What to write in place of a field that docker knows only elsewhere. */
    static final class Advice {

        /** {@code ForbiddenProperties} of the docker CLI, cli/compose/types/types.go. */
        private static final Map<String, String> FORBIDDEN_FIELDS = Map.of(
                "extends", "write the service out, or use a YAML anchor",
                "volume_driver", "set 'driver' of the volume at the top level",
                "volumes_from", "name a shared volume in each service",
                "cpu_quota", "write deploy.resources.limits.cpus",
                "cpu_shares", "write deploy.resources.reservations.cpus",
                "cpuset", "write deploy.resources.limits.cpus",
                "mem_limit", "write deploy.resources.limits.memory",
                "memswap_limit", "write deploy.resources.limits.memory");

        /** Fields of {@code docker compose} that the format 3.8 does not have. */
        private static final Map<String, String> ELSEWHERE = Map.ofEntries(
                Map.entry("profiles", "move the service into an optional compose file"),
                Map.entry("platform", "write deploy.placement.constraints with node.platform.arch"),
                Map.entry("pull_policy", "remove it: swarm pulls an image that a node does not have"),
                Map.entry("include", "name the other file in COMPOSE_FILE"),
                Map.entry("content", "write the content into a file and name it with 'file'"),
                Map.entry("environment", "write the value into a file, or make it external"),
                Map.entry("devices", "write generic_resources, or remove it"),
                Map.entry("cpus", "write deploy.resources.limits.cpus as a text, such as \"0.5\""),
                Map.entry("mem_reservation", "write deploy.resources.reservations.memory"),
                Map.entry("cpu_count", "write deploy.resources.limits.cpus"),
                Map.entry("pids_limit", "write deploy.resources.limits.pids with version 3.9 or newer"),
                Map.entry("scale", "write deploy.replicas"),
                Map.entry("group_add", "give the image's user the group"),
                Map.entry("depends_on", "write a list of names, or remove it: swarm ignores it"),
                Map.entry("env_file", "write a list of file names"),
                Map.entry("start_interval", "remove it: the format has it from 3.12 on"),
                Map.entry("runtime", "set the default runtime of the node"),
                Map.entry("gpus", "write generic_resources"),
                Map.entry("develop", "remove it"),
                Map.entry("annotations", "write labels"));

        private Advice() {}

        static boolean isForbidden(String field) {
            return FORBIDDEN_FIELDS.containsKey(field);
        }

        /** Return a sentence of what to write instead. */
        static String of(FieldPath field) {
            String named = field.keys().stream().reduce("", (before, key) -> key.matches("\\d+") ? before : key);
            String known = FORBIDDEN_FIELDS.getOrDefault(named, ELSEWHERE.getOrDefault(named, ""));
            String place = field.keys().isEmpty() ? "" : String.join(".", field.keys()) + ": ";
            return known.isEmpty() ? "Correct it, or remove it" : place + known;
        }
    }
}
