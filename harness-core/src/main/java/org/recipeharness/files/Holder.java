package org.recipeharness.files;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a lock, told beside it. The text lies in a file that its writer keeps locked itself, and has locked before it got its
 * name: so a text whose file is free is one of a dead process, and nobody's word is taken for it.
 */
final class Holder {

    private final Path file;
    private @Nullable String text;
    private @Nullable FileOutputStream open;

    Holder(Path lock) {
        this.file = lock.resolveSibling(lock.getFileName() + ".owner");
    }

    /** Says who holds the lock; to be called by its holder only. */
    synchronized void tell(String owner) throws IOException {
        String told = owner.replaceAll("\\s+", " ") + " (process "
                + ProcessHandle.current().pid() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ")";
        Path making = file.resolveSibling(file.getFileName() + ".making");
        // A file of its own for each holder: the old one may be in a reader's hands.
        Files.deleteIfExists(making);
        FileOutputStream stream = new FileOutputStream(making.toFile());
        try {
            if (stream.getChannel().tryLock() == null) {
                throw new IOException("Telling in " + file + " who holds the lock: " + making
                        + " is locked by another process, expected that nobody else uses it");
            }
            stream.write(told.getBytes(StandardCharsets.UTF_8));
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
        text = told;
        open = stream;
    }

    /** Takes the word back, before the lock is let go of. */
    synchronized void leave() throws IOException {
        text = null;
        if (open != null) {
            try {
                Files.deleteIfExists(file);
            } finally {
                open.close();
                open = null;
            }
        }
    }

    /** Names the holder, if it is alive and has said who it is. */
    synchronized String name() throws IOException {
        // This process must not open its own file: closing it again would let go of the file's lock.
        return text != null ? text : ofAnotherProcess().orElse("a process that has not said who it is");
    }

    private Optional<String> ofAnotherProcess() throws IOException {
        try (var stream = new FileInputStream(file.toFile())) {
            // Shared, so that one who looks is not taken for the holder by another one.
            FileLock free = stream.getChannel().tryLock(0, Long.MAX_VALUE, true);
            return free == null
                    ? Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
