package org.recipeharness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recipeharness.files.FolderTree;

/** The folder of one run, which goes with it unless it is kept. */
final class WorkDirectory implements AutoCloseable {

    private final Path path;
    private boolean kept;

    WorkDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Path create() {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Making the folder of the run, " + path.toAbsolutePath() + " (set by harness.work)", e);
        }
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            FolderTree.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Removing the folder of the run, " + path.toAbsolutePath(), e);
        }
    }
}
