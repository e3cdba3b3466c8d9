package org.recipeharness.compose;

import java.util.List;
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

    /** The known words behind {@code charset=}. */
    public static final List<String> CHARSETS = List.of("hex", "alnum", "default", "digits", "numeric");

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
     * @return the form; letters and digits where no {@code charset=} is given, or one that is not known
     * @throws ComposeException when the length can't be understood
     */
    public static SecretForm of(Variable version) {
        return new SecretForm(length(version), alphabet(version));
    }

    /**
     * Tells whether a variable holds the version of a secret.
     *
     * @param variable its name
     * @return true for such as {@code SECRET_DB_PASSWORD_VERSION}
     */
    public static boolean isVersionVariable(String variable) {
        return variable.startsWith("SECRET_") && variable.endsWith("_VERSION");
    }

    /**
     * Lists the words behind {@code charset=} that are not known; letters and digits stand in for all of them together.
     *
     * @param version the secret's version line
     * @return in the line's order; empty where all are known, or none is given
     */
    public static List<String> unknownCharsets(Variable version) {
        return charsets(version).stream()
                .filter(name -> characters(name).isEmpty())
                .toList();
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

    private static String alphabet(Variable version) {
        List<String> asked = charsets(version);
        if (asked.isEmpty() || !unknownCharsets(version).isEmpty()) {
            return LETTERS + DIGITS;
        }
        return asked.stream()
                .flatMapToInt(name -> characters(name).orElse("").chars())
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> charsets(Variable version) {
        Matcher charset = CHARSET.matcher(version.comment());
        return charset.find() ? List.of(charset.group(1).split(",", -1)) : List.of();
    }

    private static Optional<String> characters(String charset) {
        return switch (charset) {
            case "hex" -> Optional.of(DIGITS + "abcdef");
            case "alnum", "default" -> Optional.of(LETTERS + DIGITS);
            case "digits", "numeric" -> Optional.of(DIGITS);
            default -> Optional.empty();
        };
    }
}
