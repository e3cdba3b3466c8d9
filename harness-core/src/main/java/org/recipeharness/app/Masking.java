package org.recipeharness.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Variable;

/** Replaces secret values, also in their base64 and URL forms, wherever they turn up in a text. */
public final class Masking {

    /** What stands in a secret's place. */
    public static final String MASK = "********";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(PASS(WORD|WD)?|SECRET|TOKEN|CREDENTIAL|(API|PRIVATE|ACCESS)_?KEY).*");
    private static final Pattern ONLY_NAMES_ONE = Pattern.compile("(?i).*_(VERSION|FILE)");

    /** {@code REQUIRE_PASSWORD=0} is no secret, and masking each 0 would leave nothing to read. */
    private static final Pattern SWITCH = Pattern.compile("(?i)\\s*|0|1|true|false|yes|no|on|off");

    private final List<String> forms;

    private Masking(List<String> forms) {
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
                .flatMap(Masking::forms)
                .distinct()
                // The longest first, so that a value which holds another one is masked whole.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches()
                && !ONLY_NAMES_ONE.matcher(name).matches();
    }

    private static Stream<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                value,
                // As the rendered stack writes it: dollars doubled, within double quotes.
                value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /**
     * Masks a text.
     *
     * @param text any text that is about to be kept or shown
     * @return the text without the secrets
     */
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }
}
