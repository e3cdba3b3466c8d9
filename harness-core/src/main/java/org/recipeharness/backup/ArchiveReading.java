package org.recipeharness.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.recipeharness.backup.SnapshotLayout.Place;

/** Reads the entries of a tar, and takes it for complete only where it has its end: a broken connection ends between two, too. */
final class ArchiveReading {

    private static final int RECORD = 512;

    private ArchiveReading() {}

    /** Is shown an entry with its content. */
    @FunctionalInterface
    interface EntryReader {
        void read(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    /** Reads no further than the first entry's content. */
    static void first(InputStream archive, EntryReader reader) throws IOException {
        try (var tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name())) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                throw new EOFException("the archive breaks off before its first entry");
            }
            reader.read(entry, tar);
        }
    }

    static void all(InputStream archive, EntryReader reader) throws IOException {
        String last = "the beginning";
        long end = 0;
        try (var tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                end = tar.getBytesRead() + (sizeOf(entry) + RECORD - 1) / RECORD * RECORD;
                last = entry.getName();
                reader.read(entry, tar);
            }
            if (tar.getBytesRead() < end + RECORD) {
                throw new EOFException("the archive breaks off behind " + last);
            }
        }
    }

    /** Shows a visitor an entry that lies in a volume. */
    static void show(Place place, TarArchiveEntry entry, InputStream content, SnapshotVisitor visitor)
            throws IOException {
        EntryType type = EntryType.of(entry);
        visitor.visit(
                new SnapshotEntry(
                        place.volume(),
                        place.path(),
                        type.kind(),
                        sizeOf(entry),
                        entry.getLastModifiedTime().toInstant()),
                type == EntryType.FILE ? content : InputStream.nullInputStream());
    }

    static long sizeOf(TarArchiveEntry entry) {
        return EntryType.of(entry) == EntryType.FILE ? entry.getSize() : 0;
    }
}
