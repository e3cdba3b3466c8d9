package org.recipeharness.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short stand-in for a content, which differs where the content does.
 *
 * @param text the SHA-256 in hexadecimal digits
 */
public record ContentDigest(String text) {

    private static final int SHORT = 12;

    /**
     * Digests a content.
     *
     * @param content any bytes
     * @return its digest
     */
    public static ContentDigest of(byte[] content) {
        try {
            return new ContentDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Digests a text.
     *
     * @param content any text
     * @return the digest of its UTF-8 form
     */
    public static ContentDigest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the first digits, which are enough for a reader to tell two apart. */
    @Override
    public String toString() {
        return text.substring(0, Math.min(SHORT, text.length()));
    }
}
