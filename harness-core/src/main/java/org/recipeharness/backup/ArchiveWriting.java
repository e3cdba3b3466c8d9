package org.recipeharness.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An archive that is being written, and has its name only once it is complete. */
final class ArchiveWriting implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private final DigestedFile digested;
    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    /** What is saved may be secret: the file is its owner's alone. */
    ArchiveWriting(Path file) throws IOException {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".partial");
        this.channel = FileChannel.open(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.digested = new DigestedFile(partial, channel);
        // The tar comes in records of 512 bytes, and each call into the compressor has its price.
        var packed = new BufferedOutputStream(new Stored(new BufferedOutputStream(digested, BUFFER)), BUFFER);
        this.tar = new TarArchiveOutputStream(packed, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /**
     * Adds an entry of another archive, with its owner, mode, time and extended attributes, below a folder.
     *
     * @throws IOException when the other archive can't be read
     * @throws UncheckedIOException when the file can't be written
     */
    void add(TarArchiveEntry entry, String parent, InputStream content) throws IOException {
        requireText(entry);
        EntryType type = EntryType.of(entry);
        if (type == EntryType.HARD_LINK) {
            entry.setLinkName(parent + entry.getLinkName());
        }
        entry.setName(parent + entry.getName());
        tar.putArchiveEntry(entry);
        if (type == EntryType.FILE) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                tar.write(buffer, 0, read);
            }
            bytes += entry.getSize();
        }
        tar.closeArchiveEntry();
    }

    /** What is read as text and is none would come back as something else. */
    private static void requireText(TarArchiveEntry entry) {
        boolean text = (entry.getName() + entry.getLinkName() + entry.getExtraPaxHeaders()).indexOf('\uFFFD') < 0;
        if (!text) {
            throw new BackupException(
                    "Saving the entry '" + entry.getName()
                            + "': its name, the link's target or an extended attribute is not UTF-8, and would not come back as it is");
        }
    }

    /** How much content was added. */
    long bytes() {
        return bytes;
    }

    /**
     * Ends the archive and gives it its name.
     *
     * @return of all of the file
     */
    Checksum complete() throws IOException {
        tar.close();
        Checksum checksum = digested.complete();
        checksum.writeFor(file);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        return checksum;
    }

    @Override
    public void close() throws IOException {
        digested.abandon();
        channel.close();
        if (Files.deleteIfExists(partial)) {
            Checksum.removeOf(file);
        }
    }

    /** A gzip that does not compress: compressing would take most of the time. */
    private static final class Stored extends GZIPOutputStream {
        Stored(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
