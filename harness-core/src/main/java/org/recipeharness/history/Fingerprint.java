package org.recipeharness.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hashes what a result depends on: where two hashes are the same, so is all that went into them. */
public final class Fingerprint {

    private final Map<Path, String> known = new HashMap<>();

    /**
     * Hashes classes, settings and whatever else is named.
     *
     * @param sources folders of classes, and archives; their content counts, not when it was written. Each is read once
     * @param settings values by name
     * @param others what else, in this order
     * @return in hexadecimal digits
     * @throws UncheckedIOException when a source can't be read
     */
    public synchronized String of(Collection<Path> sources, Map<String, String> settings, List<String> others) {
        MessageDigest digest = sha256();
        sources.stream().distinct().sorted().map(this::hash).forEach(hash -> add(digest, hash));
        new TreeMap<>(settings).forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        others.forEach(other -> add(digest, other));
        return HexFormat.of().formatHex(digest.digest());
    }

    private String hash(Path source) {
        return known.computeIfAbsent(source, Fingerprint::read);
    }

    private static String read(Path source) {
        MessageDigest digest = sha256();
        try (Stream<Path> walked = Files.walk(source)) {
            for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
                add(digest, source.relativize(file).toString());
                add(digest, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Hashing the classes in " + source, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length in front, so that the end of one text is not taken for the beginning of the next. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Hashing: each JVM has SHA-256, but this one", e);
        }
    }
}
