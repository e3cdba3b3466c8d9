package org.recipeharness.canonical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives of one recipe's earlier canonicals.
 *
 * @param folder where they lie
 */
record SnapshotFolder(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFolder.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern OURS = Pattern.compile("(?<archive>.*\\.tar\\.gz)(\\.sha256)?|.*\\.partial");

    /** A record's word leads to a file of this folder and to nowhere else. */
    static void requireName(String snapshot) {
        if (!NAME.matcher(snapshot).matches()) {
            throw new IllegalArgumentException("Naming a canonical's snapshot: found '" + snapshot
                    + "', expected a file's name without a folder, such as warm-gitea-20261126-063000.tar.gz");
        }
    }

    /** Removes archives, and what is left of unfinished ones, but for those that are named; what nobody knows stays. */
    void keepOnly(Set<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files()) {
            var ours = OURS.matcher(file.getFileName().toString());
            if (ours.matches() && (ours.group("archive") == null || !named.contains(ours.group("archive")))) {
                Files.delete(file);
                LOG.info("Removed {}: no record names it", file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
