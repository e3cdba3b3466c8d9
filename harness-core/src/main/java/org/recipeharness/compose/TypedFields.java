package org.recipeharness.compose;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.recipe.Origin;

/**
 * Knows the fields that are numbers or truth values, where the docker CLI turns an interpolated text into what the field needs.
 *
 * <p>Everywhere else an interpolated value is a text whatever it looks like: the label {@code 1.10} must not become {@code 1.1}.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/interpolate.go">docker CLI: interpolateTypeCastMapping</a>
 */
enum TypedFields {
    // The CLI reads 0444 from a variable as decimal; written as it stands, it would be read as octal.
    WHOLE_NUMBER(
            "a whole number",
            "services/[^/]+/(?:(?:configs|secrets)/\\d+/mode|healthcheck/retries|ports/\\d+/(?:target|published)"
                    + "|oom_score_adj|ulimits/[^/]+(?:/hard|/soft)?|deploy/(?:replicas|(?:update|rollback)_config/parallelism"
                    + "|restart_policy/max_attempts|placement/max_replicas_per_node))") {
        @Override
        String cast(String text) {
            return String.valueOf(Long.parseLong(text));
        }
    },
    NUMBER("a number", "services/[^/]+/deploy/(?:update|rollback)_config/max_failure_ratio") {
        @Override
        String cast(String text) {
            return new BigDecimal(text).toPlainString();
        }
    },
    TRUTH(
            "one of true, yes, y, on, false, no, n, off",
            "services/[^/]+/(?:healthcheck/disable|privileged|read_only|stdin_open|tty"
                    + "|volumes/\\d+/(?:read_only|volume/nocopy))"
                    + "|networks/[^/]+/(?:external|internal|attachable)|(?:volumes|secrets|configs)/[^/]+/external") {
        @Override
        String cast(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "y", "yes", "true", "on" -> "true";
                case "n", "no", "false", "off" -> "false";
                default -> throw new IllegalArgumentException(text);
            };
        }
    };

    private final String expected;
    private final Pattern paths;

    TypedFields(String expected, String paths) {
        this.expected = expected;
        this.paths = Pattern.compile(paths);
    }

    abstract String cast(String text);

    /**
     * Makes the scalar that a field holds after interpolation.
     *
     * @throws ComposeException when the field needs a number or a truth value, and the text is none
     */
    static Yaml.Scalar scalar(String path, String text, Origin origin) {
        Optional<TypedFields> type = Arrays.stream(values())
                .filter(each -> each.paths.matcher(path).matches())
                .findFirst();
        return type.isEmpty() ? Yaml.Scalar.text(text, origin) : type.get().typed(path, text, origin);
    }

    private Yaml.Scalar typed(String path, String text, Origin origin) {
        try {
            return Yaml.Scalar.plain(cast(text), origin);
        } catch (IllegalArgumentException e) {
            throw new ComposeException(
                    origin, path + " is '" + text + "' with its variables put in, expected " + expected, e);
        }
    }
}
