package org.recipeharness.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBox;

/** Keeps volumes in a {@code .tar.gz} of the specification's layout, had through the engine's archives. */
public final class ArchiveEngine implements BackupEngine {

    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSSSSS").withZone(ZoneOffset.UTC);

    private final Swarm swarm;
    private final Path folder;

    /**
     * Prepares to keep archives.
     *
     * @param swarm whose volumes
     * @param folder where the archives are written, each with its SHA-256 beside it; it is made when it is missing
     */
    public ArchiveEngine(Swarm swarm, Path folder) {
        this.swarm = swarm;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Snapshot save(Selection selection) throws InterruptedException {
        selection.requireParts();
        Path file = folder.resolve(selection.stack() + "-" + NOW.format(Instant.now()) + ".tar.gz");
        try (VolumeBox box = open(swarm, selection)) {
            Files.createDirectories(folder);
            try (var writing = new ArchiveWriting(file)) {
                var copy = new VolumeCopy(box, writing);
                for (VolumePart part : selection.parts()) {
                    copy.add(part);
                }
                return new ArchiveSnapshot(swarm, file, writing.complete(), writing.bytes());
            }
        } catch (IOException | UncheckedIOException | SwarmException e) {
            throw failed("Saving the volumes of stack " + selection.stack() + " in " + file, e);
        }
    }

    /** Archives stay in their folder, which is somebody else's to remove. */
    @Override
    public void close() {}

    /** Opens the volumes of a selection where the layout has them. */
    static VolumeBox open(Swarm swarm, Selection selection) {
        Map<String, String> mounts = new TreeMap<>();
        selection.parts().forEach(part -> mounts.put(SnapshotLayout.mountOf(part.keptAs()), part.name()));
        return swarm.openVolumes(selection.stackLabels(), selection.image(), mounts);
    }

    /** Makes an error; a file's channel is closed by an interrupt, and says so by an error of its own. */
    static BackupException failed(String purpose, Exception e) throws InterruptedException {
        if (e instanceof ClosedByInterruptException || e.getCause() instanceof ClosedByInterruptException) {
            Thread.interrupted();
            var interrupted = new InterruptedException(purpose + " was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
        Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return new BackupException(purpose + ": " + reason.getMessage(), e);
    }
}
