package org.recipeharness.compose;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place in a compose file where a variable is to be put in, such as <code>${PORT:-80}</code>.
 *
 * @param name the variable's name
 * @param otherwise what happens when the variable is not set
 * @param word what stands behind the operator: a default, or the message of a required variable; empty where there is none
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/template/template.go">docker CLI: template.go</a>
 */
public record Reference(String name, Otherwise otherwise, String word) {

    private static final String FORM = "[_a-zA-Z][_a-zA-Z0-9]*(?::?[-?][^}]*)?";

    /** A dollar sign and what belongs to it: another one, a reference, or something that nobody understands. */
    static final Pattern DOLLAR =
            Pattern.compile("\\$(?:(?<escaped>\\$)|(?<named>" + FORM + ")|\\{(?<braced>" + FORM + ")}|(?<other>))");

    /** What happens when a variable is not set; in the order in which the CLI looks for the operators. */
    public enum Otherwise {
        /** {@code :-}: the word stands in, for an empty value too. */
        DEFAULT_WHEN_EMPTY(":-"),
        /** {@code -}: the word stands in. */
        DEFAULT("-"),
        /** {@code :?}: it is an error, for an empty value too. */
        REQUIRED_NOT_EMPTY(":?"),
        /** {@code ?}: it is an error. */
        REQUIRED("?"),
        /** No operator: nothing is put in. */
        EMPTY("");

        private final String sign;

        Otherwise(String sign) {
            this.sign = sign;
        }
    }

    /**
     * Finds the references in a text.
     *
     * @param text as it is written in a compose file
     * @return in the text's order; what can't be read as one is left out
     */
    public static List<Reference> in(String text) {
        return DOLLAR.matcher(text)
                .results()
                .map(Reference::written)
                .flatMap(Optional::stream)
                .map(Reference::read)
                .toList();
    }

    /** Gives what is written between the dollar sign and the end of the reference; empty where there is none. */
    static Optional<String> written(MatchResult dollar) {
        return Optional.ofNullable(dollar.group(2) != null ? dollar.group(2) : dollar.group(3));
    }

    static Reference read(String written) {
        for (Otherwise each : Otherwise.values()) {
            int at = each == Otherwise.EMPTY ? written.length() : written.indexOf(each.sign);
            if (at >= 0) {
                return new Reference(written.substring(0, at), each, written.substring(at + each.sign.length()));
            }
        }
        throw new IllegalStateException("Reading the reference '" + written + "': no operator, not even none, fits");
    }

    /**
     * Tells whether nothing works without the variable.
     *
     * @return true for {@code :?} and {@code ?}
     */
    public boolean isRequired() {
        return otherwise == Otherwise.REQUIRED || otherwise == Otherwise.REQUIRED_NOT_EMPTY;
    }

    /**
     * Tells whether something else stands in for the variable.
     *
     * @return true for {@code :-} and {@code -}, an empty default included: somebody has thought of it
     */
    public boolean hasDefault() {
        return otherwise == Otherwise.DEFAULT || otherwise == Otherwise.DEFAULT_WHEN_EMPTY;
    }

    /** Tells whether an empty value counts as none. */
    boolean mustNotBeEmpty() {
        return otherwise == Otherwise.DEFAULT_WHEN_EMPTY || otherwise == Otherwise.REQUIRED_NOT_EMPTY;
    }
}
