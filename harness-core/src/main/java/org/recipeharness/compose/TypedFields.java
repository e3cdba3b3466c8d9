package org.recipeharness.compose;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows the fields that are numbers or truth values, where an interpolated text must be written without quotes.
 *
 * <p>Everywhere else an interpolated value is a text whatever it looks like: the label {@code 1.10} must not become {@code 1.1}.
 *
 * @see <a href="https://github.com/docker/cli/blob/master/cli/compose/loader/interpolate.go">docker CLI: interpolateTypeCastMapping</a>
 */
final class TypedFields {

    private static final List<Pattern> PATHS = List.of(
            path("(configs|secrets)/[^/]+/mode"),
            path("services/[^/]+/(configs|secrets)/\\d+/mode"),
            path("services/[^/]+/healthcheck/(retries|disable)"),
            path("services/[^/]+/deploy/(replicas|(update|rollback)_config/(parallelism|max_failure_ratio))"),
            path("services/[^/]+/deploy/(restart_policy/max_attempts|placement/max_replicas_per_node)"),
            path("services/[^/]+/ports/\\d+/(target|published)"),
            path("services/[^/]+/ulimits/.+"),
            path("services/[^/]+/(privileged|read_only|stdin_open|tty|init)"),
            path("services/[^/]+/volumes/\\d+/(read_only|volume/nocopy|tmpfs/size)"),
            path("networks/[^/]+/(external|internal|attachable)"),
            path("(volumes|secrets|configs)/[^/]+/external"));

    private TypedFields() {}

    static boolean contains(String path) {
        return PATHS.stream().anyMatch(known -> known.matcher(path).matches());
    }

    private static Pattern path(String form) {
        return Pattern.compile(form);
    }
}
