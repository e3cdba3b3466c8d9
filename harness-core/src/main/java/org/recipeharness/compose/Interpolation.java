package org.recipeharness.compose;

import org.recipeharness.recipe.Origin;

/**
 * Puts an app's variables into the texts of its compose file.
 *
 * <p>Understands {@code $NAME}, <code>${NAME}</code> and, with a word that is interpolated in turn, {@code :-}, {@code -}, {@code :?},
 * {@code ?}, {@code :+} and {@code +}; {@code $$} is one dollar sign. A variable that nobody has set is empty, as it is for docker.
 *
 * @see <a href="https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md">Compose specification: interpolation</a>
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
        return text.indexOf('$') < 0 ? text : new Cursor(text, origin).toEnd();
    }

    private final class Cursor {
        private final String text;
        private final Origin origin;
        private int at;

        Cursor(String text, Origin origin) {
            this.text = text;
            this.origin = origin;
        }

        String toEnd() {
            var result = new StringBuilder();
            while (at < text.length()) {
                next(result);
            }
            return result.toString();
        }

        private void next(StringBuilder result) {
            char c = text.charAt(at++);
            if (c != '$') {
                result.append(c);
            } else if (lookingAt('$')) {
                at++;
                result.append('$');
            } else if (lookingAt('{')) {
                at++;
                result.append(braced());
            } else {
                result.append(value(name()));
            }
        }

        private boolean lookingAt(char expected) {
            return at < text.length() && text.charAt(at) == expected;
        }

        private String name() {
            int start = at;
            while (at < text.length() && isNamePart(text.charAt(at), at == start)) {
                at++;
            }
            if (at == start) {
                throw new ComposeException(
                        origin,
                        "found '" + text + "', expected a variable's name behind '$' at position " + start
                                + ". For a dollar sign itself write '$$'");
            }
            return text.substring(start, at);
        }

        private String braced() {
            String name = name();
            boolean emptyCounts = lookingAt(':');
            if (emptyCounts) {
                at++;
            }
            if (lookingAt('}') && !emptyCounts) {
                at++;
                return value(name);
            }
            char operator = at < text.length() ? text.charAt(at++) : ' ';
            String word = word(name);
            boolean given = variables
                    .find(name)
                    .filter(variable -> !emptyCounts || !variable.value().isEmpty())
                    .isPresent();
            return switch (operator) {
                case '-' -> given ? value(name) : interpolate(word, origin);
                case '+' -> given ? interpolate(word, origin) : "";
                case '?' -> required(name, word, given);
                default ->
                    throw new ComposeException(
                            origin,
                            "found '" + text + "', expected one of }, :-, -, :?, ?, :+, + behind the variable " + name);
            };
        }

        private String required(String name, String word, boolean given) {
            if (given) {
                return value(name);
            }
            throw new ComposeException(
                    origin,
                    "the variable " + name + " is required and not set"
                            + (word.isEmpty() ? "" : " (" + interpolate(word, origin) + ")")
                            + ". Set it in .env.sample, or for the test with @RecipeDeployment(settings = \"" + name
                            + "=...\")");
        }

        /** The text up to the brace that closes this reference; braces of references within it are counted. */
        private String word(String name) {
            int start = at;
            for (int depth = 1; at < text.length(); at++) {
                if (text.startsWith("$$", at)) {
                    at++;
                } else if (text.startsWith("${", at)) {
                    depth++;
                    at++;
                } else if (text.charAt(at) == '}' && --depth == 0) {
                    return text.substring(start, at++);
                }
            }
            throw new ComposeException(
                    origin, "found '" + text + "', expected a '}' that ends the reference to " + name);
        }

        private String value(String name) {
            return variables.find(name).map(Variable::value).orElse("");
        }

        private static boolean isNamePart(char c, boolean first) {
            boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            return letter || (!first && c >= '0' && c <= '9');
        }
    }
}
