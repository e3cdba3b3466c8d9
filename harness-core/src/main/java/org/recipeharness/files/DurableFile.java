package org.recipeharness.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Changes files so that a crash at any moment leaves the old or the new state, and what was done stays done. */
public final class DurableFile {

    /** How the name of an unfinished file ends; a killed process may leave one beside the file, with a dot in front. */
    public static final String UNFINISHED = ".unfinished";

    private DurableFile() {}

    /**
     * Puts a file in the place of what may be there; only its owner may read it.
     *
     * @param file where to; its folder must be there
     * @param content all of it
     * @throws IOException when it can't be written; then the old file is there as it was, unless only the last step, by which the
     *     new one outlasts a loss of power, went wrong
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        Path unfinished = Files.createTempFile(folder, "." + file.getFileName() + ".", UNFINISHED);
        try {
            // Not a channel, which an interrupt would close in the middle.
            try (var stream = new FileOutputStream(unfinished.toFile())) {
                stream.write(content);
                stream.getFD().sync();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        force(folder);
    }

    /**
     * Removes a file for good, if it is there.
     *
     * @param file which
     * @return whether it was there
     * @throws IOException when it can't be removed
     */
    public static boolean remove(Path file) throws IOException {
        if (!Files.deleteIfExists(file)) {
            return false;
        }
        force(folderOf(file));
        return true;
    }

    /**
     * Makes a folder, and those above it, where they are missing.
     *
     * @param folder which
     * @return the same
     * @throws IOException when it can't be made
     */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder(folderOf(folder));
            Files.createDirectories(folder);
            force(above);
        }
        return folder;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** A name is in its folder for good only when the folder itself is on the disk. */
    private static void force(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
