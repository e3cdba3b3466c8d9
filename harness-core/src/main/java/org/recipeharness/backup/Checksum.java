package org.recipeharness.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of a file, kept beside it as {@code sha256sum} reads it.
 *
 * @param text in hexadecimal
 */
record Checksum(String text) {

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static Checksum of(MessageDigest digest) {
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }

    private static Path place(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    /** Reads what is kept beside a file; empty where nothing is. */
    static Optional<Checksum> keptFor(Path file) throws IOException {
        Path place = place(file);
        return Files.exists(place)
                ? Optional.of(new Checksum(Files.readString(place).strip().split("\\s", 2)[0]))
                : Optional.empty();
    }

    void writeFor(Path file) throws IOException {
        Path place = place(file);
        Files.writeString(place, text + "  " + file.getFileName() + "\n", StandardCharsets.UTF_8);
        try (var channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void removeOf(Path file) throws IOException {
        Files.deleteIfExists(place(file));
    }

    @Override
    public String toString() {
        return text;
    }
}
