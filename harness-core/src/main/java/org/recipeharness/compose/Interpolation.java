package org.recipeharness.compose;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.recipe.Origin;

/**
 * Puts an app's variables into the texts of its compose files, exactly as the docker CLI does, because that is what an operator's
 * deployment goes through.
 *
 * <p>Understands {@code $NAME} and <code>${NAME}</code>, each with {@code :-}, {@code -}, {@code :?} or {@code ?} and a word behind
 * the name; {@code $$} is one dollar sign. A variable that nobody has set is empty. Limitations, all of them the CLI's: the word is
 * taken literally; without braces it reaches to the end of the text, so that {@code $NAME-data} is a default and not a suffix; and
 * the operators are looked for in the order above, so that <code>${NAME:?say-so}</code> is read as a default because of its hyphen.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/template/template.go">docker CLI: template.go</a>
 */
final class Interpolation {

    private static final String REFERENCE = "[_a-zA-Z][_a-zA-Z0-9]*(?::?[-?][^}]*)?";
    private static final Pattern DOLLAR = Pattern.compile(
            "\\$(?:(?<escaped>\\$)|(?<named>" + REFERENCE + ")|\\{(?<braced>" + REFERENCE + ")}|(?<other>))");

    private final Variables variables;

    Interpolation(Variables variables) {
        this.variables = variables;
    }

    /**
     * Interpolates one text.
     *
     * @throws ComposeException when a variable is required and missing, or a reference can't be read
     */
    String interpolate(String text, Origin origin) {
        return DOLLAR.matcher(text).replaceAll(dollar -> Matcher.quoteReplacement(replacement(text, dollar, origin)));
    }

    private String replacement(String text, MatchResult dollar, Origin origin) {
        if (dollar.group(1) != null) {
            return "$";
        }
        String reference = dollar.group(2) != null ? dollar.group(2) : dollar.group(3);
        if (reference == null) {
            throw new ComposeException(
                    origin,
                    "found '" + text
                            + "', expected $NAME or ${NAME}, with nothing, :-, -, :? or ? behind the name, at position "
                            + (dollar.start() + 1) + ". For a dollar sign itself write '$$'");
        }
        if (reference.contains("${")) {
            // The CLI would take it for a literal text; nobody means that.
            throw new ComposeException(
                    origin,
                    "found '" + text + "', a reference within a reference, which docker does not resolve."
                            + " Write out the default, or set the variable in .env.sample");
        }
        return value(reference, origin);
    }

    private String value(String reference, Origin origin) {
        for (Operator operator : Operator.values()) {
            int at = reference.indexOf(operator.sign);
            if (at >= 0) {
                String name = reference.substring(0, at);
                String word = reference.substring(at + operator.sign.length());
                Optional<String> given = lookUp(name).filter(found -> !operator.mustNotBeEmpty || !found.isEmpty());
                return given.orElseGet(() -> operator.required ? missing(name, word, origin) : word);
            }
        }
        return lookUp(reference).orElse("");
    }

    private Optional<String> lookUp(String name) {
        return variables.find(name).map(Variable::value);
    }

    private static String missing(String name, String word, Origin origin) {
        throw new ComposeException(
                origin,
                "the variable " + name + " is required and not set" + (word.isEmpty() ? "" : " (" + word + ")")
                        + ". Set it in .env.sample, or for the test with @RecipeDeployment(settings = \"" + name
                        + "=...\")");
    }

    /** What may stand behind a name, in the order in which the CLI looks for it. */
    private enum Operator {
        DEFAULT_WHEN_EMPTY(":-", true, false),
        DEFAULT("-", false, false),
        REQUIRED_NOT_EMPTY(":?", true, true),
        REQUIRED("?", false, true);

        private final String sign;
        private final boolean mustNotBeEmpty;
        private final boolean required;

        Operator(String sign, boolean mustNotBeEmpty, boolean required) {
            this.sign = sign;
            this.mustNotBeEmpty = mustNotBeEmpty;
            this.required = required;
        }
    }
}
