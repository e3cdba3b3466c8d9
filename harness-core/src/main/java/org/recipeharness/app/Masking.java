package org.recipeharness.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Variable;

/** Replaces secret values, also in base64 and as JSON, HTML or a URL write them, wherever they turn up in a text. */
public final class Masking {

    /** What stands in a secret's place. */
    public static final String MASK = "********";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(PASS(WORD|WD)?|SECRET|TOKEN|CREDENTIAL|(API|PRIVATE|ACCESS)_?KEY).*");
    private static final Pattern ONLY_NAMES_ONE = Pattern.compile("(?i).*_(VERSION|FILE)");

    /** {@code REQUIRE_PASSWORD=0} is no secret, and masking each 0 would leave nothing to read. */
    private static final Pattern SWITCH = Pattern.compile("(?i)\\s*|0|1|true|false|yes|no|on|off");

    /** What is shorter is no secret but a number or a flag, and would take much else along. */
    private static final int SHORTEST = 3;

    private static final int LINE_OF_A_KEY = 16;

    private final List<Pattern> forms;

    private Masking(List<Pattern> forms) {
        this.forms = forms;
    }

    /**
     * Learns the secrets of an app.
     *
     * @param variables the environment; a variable counts as secret when its name says so
     * @param values the contents of its secrets on the swarm
     * @return a masking of all these values
     */
    public static Masking of(Collection<Variable> variables, Collection<String> values) {
        Stream<String> named = variables.stream()
                .filter(variable -> isSecret(variable.name())
                        && !SWITCH.matcher(variable.value()).matches())
                .map(Variable::value);
        return new Masking(Stream.concat(named, values.stream())
                .flatMap(Masking::withLines)
                .filter(value -> value.length() >= SHORTEST && !value.isBlank())
                .distinct()
                // The longest first, so that a value which holds another one is masked whole.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(value -> new SecretForms(value).patterns())
                .toList());
    }

    /** A key of several lines is written line by line to a log. */
    private static Stream<String> withLines(String value) {
        return Stream.concat(
                Stream.of(value, value.strip()),
                value.lines().map(String::strip).filter(line -> line.length() >= LINE_OF_A_KEY));
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches()
                && !ONLY_NAMES_ONE.matcher(name).matches();
    }

    /**
     * Masks a text.
     *
     * @param text any text that is about to be kept or shown
     * @return the text without the secrets
     */
    public String mask(String text) {
        String masked = text;
        for (Pattern form : forms) {
            masked = form.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }
}
