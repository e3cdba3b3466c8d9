package org.recipeharness.compose;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
        return Reference.DOLLAR
                .matcher(text)
                .replaceAll(dollar -> Matcher.quoteReplacement(replacement(text, dollar, origin)));
    }

    private String replacement(String text, MatchResult dollar, Origin origin) {
        if (dollar.group(1) != null) {
            return "$";
        }
        Optional<String> written = Reference.written(dollar);
        if (written.isEmpty()) {
            throw new ComposeException(
                    origin,
                    "found '" + text
                            + "', expected $NAME or ${NAME}, with nothing, :-, -, :? or ? behind the name, at position "
                            + (dollar.start() + 1) + ". For a dollar sign itself write '$$'");
        }
        if (written.get().contains("${")) {
            // The CLI would take it for a literal text; nobody means that.
            throw new ComposeException(
                    origin,
                    "found '" + text + "', a reference within a reference, which docker does not resolve."
                            + " Write out the default, or set the variable in .env.sample");
        }
        return value(Reference.read(written.get()), origin);
    }

    private String value(Reference reference, Origin origin) {
        Optional<String> given = variables
                .find(reference.name())
                .map(Variable::value)
                .filter(value -> !reference.mustNotBeEmpty() || !value.isEmpty());
        return given.orElseGet(() -> reference.isRequired() ? missing(reference, origin) : reference.word());
    }

    private static String missing(Reference reference, Origin origin) {
        throw new ComposeException(
                origin,
                "the variable " + reference.name() + " is required and not set"
                        + (reference.word().isEmpty() ? "" : " (" + reference.word() + ")")
                        + ". Set it in .env.sample, or for the test with @RecipeDeployment(settings = \""
                        + reference.name() + "=...\")");
    }
}
