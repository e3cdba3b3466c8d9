package org.recipeharness.compose;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a secret is to be made up, as the comment behind its version line says: {@code SECRET_KEY_VERSION=v1 # length=64}.
 *
 * @param length how many characters
 * @param alphabet the characters it is made of
 */
public record SecretForm(int length, String alphabet) {

    private static final int DEFAULT_LENGTH = 32;
    private static final int LONGEST = 4096;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern LENGTH = Pattern.compile("\\blength=(\\S+)");
    private static final Pattern CHARSET = Pattern.compile("\\bcharset=(\\S+)");

    /**
     * Finds the version line of a secret.
     *
     * @param secret the secret's key in the compose file, such as {@code db_password}
     * @param variables the app's environment
     * @return the variable {@code SECRET_DB_PASSWORD_VERSION}, or empty where there is no such line that is not commented out
     */
    public static Optional<Variable> versionOf(String secret, Variables variables) {
        return variables.find(versionVariable(secret));
    }

    /**
     * Names the variable that holds a secret's version.
     *
     * @param secret the secret's key in the compose file
     * @return such as {@code SECRET_DB_PASSWORD_VERSION}
     */
    public static String versionVariable(String secret) {
        return "SECRET_" + secret.toUpperCase(Locale.ROOT).replace('-', '_') + "_VERSION";
    }

    /**
     * Reads the form from a version line.
     *
     * @param version the secret's version line
     * @return the form; letters and digits where no {@code charset=} is given
     * @throws ComposeException when length or charset can't be understood
     */
    public static SecretForm of(Variable version) {
        Matcher charset = CHARSET.matcher(version.comment());
        return new SecretForm(length(version), charset.find() ? alphabet(charset.group(1), version) : LETTERS + DIGITS);
    }

    private static int length(Variable version) {
        Matcher length = LENGTH.matcher(version.comment());
        if (!length.find()) {
            return DEFAULT_LENGTH;
        }
        String written = length.group(1);
        if (written.matches("[1-9]\\d{0,3}") && Integer.parseInt(written) <= LONGEST) {
            return Integer.parseInt(written);
        }
        throw new ComposeException(
                version.origin(), "found length=" + written + ", expected a number from 1 to " + LONGEST);
    }

    private static String alphabet(String charset, Variable version) {
        return switch (charset) {
            case "hex" -> DIGITS + "abcdef";
            case "alnum", "default" -> LETTERS + DIGITS;
            case "digits", "numeric" -> DIGITS;
            default ->
                throw new ComposeException(
                        version.origin(),
                        "found charset=" + charset + ", expected one of hex, alnum, default, digits, numeric");
        };
    }
}
