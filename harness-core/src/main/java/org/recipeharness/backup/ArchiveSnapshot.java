package org.recipeharness.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.recipeharness.backup.SnapshotLayout.Place;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBox;

/** A {@code .tar.gz} of the specification's layout. */
public final class ArchiveSnapshot implements Snapshot {

    private static final int BUFFER = 1 << 16;

    private final Swarm swarm;
    private final Path file;
    private final Checksum checksum;
    private final long bytes;
    private Optional<Inspection> inspected = Optional.empty();

    ArchiveSnapshot(Swarm swarm, Path file, Checksum checksum, long bytes) {
        this.swarm = swarm;
        this.file = file;
        this.checksum = checksum;
        this.bytes = bytes;
    }

    /**
     * Opens an archive that was kept before, or somewhere else. All of it is read.
     *
     * @param swarm whose volumes it may be restored to
     * @param file the archive; where a file of its name with {@code .sha256} behind it is there, it has to have that checksum
     * @return what is kept in it
     * @throws BackupException when it is damaged or can't be read
     * @throws InterruptedException when the thread is interrupted
     */
    public static ArchiveSnapshot open(Swarm swarm, Path file) throws InterruptedException {
        long[] bytes = {0};
        try {
            Checksum found = readAll(file, (entry, content) -> bytes[0] += ArchiveReading.sizeOf(entry));
            Optional<Checksum> kept = Checksum.keptFor(file);
            var snapshot = new ArchiveSnapshot(swarm, file, kept.orElse(found), bytes[0]);
            snapshot.require(found);
            return snapshot;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public String id() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void read(SnapshotVisitor visitor) throws InterruptedException {
        var volumes = new HashSet<String>();
        EntryGuard guard = EntryGuard.ofAnyVolume(volumes);
        var refusals = new ArrayList<BackupException>();
        Inspection.Stamp stamp = stamp();
        checked((entry, content) -> {
            Place place = SnapshotLayout.place(entry.getName())
                    .orElseThrow(() -> new IOException("its entry '" + entry.getName() + "' is in no volume"));
            if (refusals.isEmpty()) {
                try {
                    guard.check(entry);
                } catch (BackupException e) {
                    // Nothing to one who only looks; a restore looks again, and refuses it.
                    refusals.add(e);
                }
            }
            ArchiveReading.show(place, entry, content, visitor);
        });
        inspected = refusals.isEmpty() ? Optional.of(new Inspection(volumes, stamp)) : Optional.empty();
    }

    private Inspection.Stamp stamp() throws InterruptedException {
        try {
            return Inspection.Stamp.of(file);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public long restore(Selection target) throws InterruptedException {
        Set<String> volumes = target.parts().stream().map(VolumePart::keptAs).collect(Collectors.toSet());
        if (!isInspectedFor(volumes)) {
            var guard = new EntryGuard(volumes);
            checked((entry, content) -> guard.check(entry));
        }
        try (VolumeBox box = ArchiveEngine.open(swarm, target);
                InputStream archive = unpacked(Files.newInputStream(file))) {
            box.write("/", archive);
        } catch (IOException | SwarmException e) {
            throw ArchiveEngine.failed("Restoring the snapshot " + file + " to stack " + target.stack(), e);
        }
        return bytes;
    }

    private boolean isInspectedFor(Set<String> volumes) throws InterruptedException {
        try {
            return inspected.isPresent() && inspected.get().holdsFor(file, volumes);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private void checked(ArchiveReading.EntryReader reader) throws InterruptedException {
        try {
            require(readAll(file, reader));
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private void require(Checksum found) {
        if (!found.equals(checksum)) {
            throw new BackupException("Reading the snapshot " + file + ": its SHA-256 is " + found + ", expected "
                    + checksum + " as when it was written: it is damaged. Take another snapshot");
        }
    }

    /** Reads to the very end, so that gzip's own checksum is compared as well. */
    private static Checksum readAll(Path file, ArchiveReading.EntryReader reader) throws IOException {
        MessageDigest digest = Checksum.digest();
        try (var raw = new DigestInputStream(Files.newInputStream(file), digest);
                InputStream tar = unpacked(raw)) {
            ArchiveReading.all(new LeftOpen(tar), reader);
            tar.transferTo(OutputStream.nullOutputStream());
            raw.transferTo(OutputStream.nullOutputStream());
        }
        return Checksum.of(digest);
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
    }

    private static BackupException damaged(Path file, IOException e) throws InterruptedException {
        return ArchiveEngine.failed("Reading the snapshot " + file + ", which is damaged or can't be read", e);
    }

    @Override
    public String toString() {
        return id();
    }

    /** There is more to read behind the tar's end. */
    private static final class LeftOpen extends FilterInputStream {
        LeftOpen(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // Whoever opened it closes it.
        }
    }
}
