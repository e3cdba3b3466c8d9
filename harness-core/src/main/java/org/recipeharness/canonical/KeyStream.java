package org.recipeharness.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.recipeharness.compose.SecretForm;

/**
 * An endless row of bytes that a key and a purpose decide: HMAC-SHA256 in counter mode, as NIST SP 800-108 has it.
 *
 * <p>To be read once, by one thread.
 */
final class KeyStream {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int VALUES_OF_BYTE = 256;

    private final Mac mac;
    private final byte[] purpose;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int counter;

    KeyStream(byte[] key, String purpose) {
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Deriving a secret with " + ALGORITHM + ", which every Java has", e);
        }
    }

    /** Reads on until it has a text of this form, whose characters are all equally likely. */
    String text(SecretForm form) {
        String alphabet = form.alphabet();
        // What is above would make the first characters likelier, so it is passed over.
        int end = VALUES_OF_BYTE - VALUES_OF_BYTE % alphabet.length();
        var text = new StringBuilder();
        while (text.length() < form.length()) {
            int value = next();
            if (value < end) {
                text.append(alphabet.charAt(value % alphabet.length()));
            }
        }
        return text.toString();
    }

    private int next() {
        if (!block.hasRemaining()) {
            counter++;
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(counter).flip());
            block = ByteBuffer.wrap(mac.doFinal(purpose));
        }
        return Byte.toUnsignedInt(block.get());
    }
}
