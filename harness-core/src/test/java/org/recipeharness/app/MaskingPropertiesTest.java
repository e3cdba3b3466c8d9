package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.recipeharness.properties.ForAnyInput;

/** No encoding that an app or a library may put a secret into brings it through. */
class MaskingPropertiesTest {

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("äß€ \n😀")
                .ofMinLength(8)
                .ofMaxLength(64)
                .filter(secret -> secret.strip().length() >= 8);
    }

    /** Letters that no secret's form is made of, so that what is left over is told from what was hidden. */
    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.strings().withChars('·').ofMaxLength(5);
    }

    @ForAnyInput
    void hidesWhatAnEscapedTextHolds(
            @ForAll("secrets") String secret,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String behind) {
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String form : List.of(
                secret,
                url,
                url.replace("+", "%20"),
                lowerHex(url),
                new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                ascii(secret),
                html(secret, "&#39;"),
                html(secret, "&apos;"),
                html(secret, "&#x27;"),
                secret.replace("/", "\\/"),
                secret.replace("$", "$$"))) {
            assertThat(masked(secret, before + form + behind))
                    .as("%s in the form %s", secret, form)
                    .isEqualTo(before + Masking.MASK + behind);
        }
    }

    /** A letter of base64 holds bits of two bytes: one on either side may be left, and no more. */
    @ForAnyInput
    void leavesNothingOfASecretInBase64WhateverStandsAroundIt(
            @ForAll("secrets") String secret,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String behind) {
        byte[] whole = (before + secret + behind).getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(
                Base64.getEncoder(),
                Base64.getEncoder().withoutPadding(),
                Base64.getUrlEncoder(),
                Base64.getUrlEncoder().withoutPadding())) {
            String encoded = encoder.encodeToString(whole);
            for (String form : List.of(encoded, URLEncoder.encode(encoded, StandardCharsets.UTF_8))) {
                String left = URLDecoder.decode(masked(secret, form).replace("+", "%2B"), StandardCharsets.UTF_8)
                        .replace("=", "");
                assertThat(left).as("%s in %s", secret, form).contains(Masking.MASK);
                assertThat(left.length() - Masking.MASK.length())
                        .as("letters left of %s in %s: %s", secret, form, left)
                        .isLessThanOrEqualTo(lettersOf(before) + lettersOf(behind) + 1);
            }
        }
    }

    private static String masked(String secret, String text) {
        return Masking.of(List.of(), List.of(secret)).mask(text);
    }

    private static int lettersOf(String text) {
        return (text.getBytes(StandardCharsets.UTF_8).length * 8 + 5) / 6;
    }

    private static String lowerHex(String url) {
        var lower = new StringBuilder(url);
        for (int at = url.indexOf('%'); at >= 0; at = url.indexOf('%', at + 1)) {
            lower.replace(at + 1, at + 3, url.substring(at + 1, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** As a JSON writer that keeps to ASCII has it. */
    private static String ascii(String secret) {
        var json = new StringBuilder();
        new String(JsonStringEncoder.getInstance().quoteAsString(secret))
                .chars()
                .forEach(unit -> json.append(
                        unit < 128 ? Character.toString(unit) : String.format(Locale.ROOT, "\\u%04x", unit)));
        return json.toString();
    }

    private static String html(String secret, String apostrophe) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", apostrophe);
    }
}
