package org.recipeharness.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways in which one secret turns up in texts: as it is, escaped for JSON, YAML, HTML or a URL, and in base64, also as a part of
 * something longer that was encoded, such as {@code user:password}.
 */
record SecretForms(String value) {

    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '&', "amp", (int) '<', "lt", (int) '>', "gt", (int) '"', "quot", (int) '\'', "apos");
    private static final Map<Integer, String> LETTERS = Map.of((int) '\n', "n", (int) '\r', "r", (int) '\t', "t");

    /** The bytes before it in what is encoded, modulo 3: each makes other letters of it. */
    private static final int ALIGNMENTS = 3;

    /** What is shorter in base64 turns up in words that hide nothing. */
    private static final int TELLING = 6;

    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_LETTER = 6;

    Stream<Pattern> patterns() {
        return Stream.concat(
                        Stream.of(escaped(value)),
                        IntStream.range(0, ALIGNMENTS).boxed().flatMap(this::base64))
                .map(Pattern::compile);
    }

    /** As it comes where {@code before} bytes stand before it: to the end of what is encoded, and with more behind it. */
    private Stream<String> base64(int before) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String letters = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * BITS_OF_BYTE + BITS_OF_LETTER - 1) / BITS_OF_LETTER;
        int end = shifted.length * BITS_OF_BYTE / BITS_OF_LETTER;
        String toTheEnd = letters.substring(first);
        String inner = letters.substring(first, end);
        return Stream.of(
                        // With more behind it, its last letter is another one.
                        Optional.of(encoded(toTheEnd) + "(?:=|%3[dD]|\\\\+u003[dD]){0,2}(?![A-Za-z0-9+/_-])")
                                .filter(pattern -> before == 0 || toTheEnd.length() >= TELLING),
                        Optional.of(encoded(inner)).filter(pattern -> inner.length() >= TELLING))
                .flatMap(Optional::stream);
    }

    /** In the usual alphabet and in that for URLs. */
    private static String encoded(String letters) {
        return letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case '+' -> "(?:-|" + escaped(letter) + ")";
                    case '/' -> "(?:_|" + escaped(letter) + ")";
                    default -> escaped(letter);
                })
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(SecretForms::escaped).collect(Collectors.joining());
    }

    /** A letter or digit of ASCII is written as it is by all; all else is escaped by some. */
    private static String escaped(int letter) {
        String itself = Character.toString(letter);
        if (itself.matches("[A-Za-z0-9]")) {
            return itself;
        }
        String plain = "\\\\*" + Pattern.quote(itself);
        Stream<String> own = switch (itself) {
            case " " -> Stream.of("\\+");
            case "$" -> Stream.of("\\$\\$");
            case "\\" -> Stream.of("\\\\+");
            default -> Stream.of();
        };
        return Stream.of(
                        own,
                        Stream.of(percent(itself), entity(letter), unicode(itself)),
                        Stream.ofNullable(ENTITIES.get(letter)).map(name -> "&" + name + ";"),
                        Stream.ofNullable(LETTERS.get(letter)).map(name -> "\\\\+" + name),
                        // The shortest one last: the first that matches is taken.
                        Stream.of(plain))
                .flatMap(ways -> ways)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String percent(String itself) {
        byte[] bytes = itself.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length)
                .mapToObj(at -> "%" + hex(bytes[at] & 0xff, 2))
                .collect(Collectors.joining());
    }

    private static String entity(int letter) {
        return "&#(?:0*" + letter + "|[xX]0*" + hex(letter, 1) + ");";
    }

    private static String unicode(String itself) {
        return itself.chars().mapToObj(unit -> "\\\\+u" + hex(unit, 4)).collect(Collectors.joining());
    }

    private static String hex(int number, int digits) {
        return "(?i:" + String.format(Locale.ROOT, "%0" + digits + "x", number) + ")";
    }
}
