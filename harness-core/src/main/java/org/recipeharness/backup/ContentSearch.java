package org.recipeharness.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.recipeharness.backup.Content.Form;

/** Looks for texts in a file of a snapshot, also within one that is compressed; in constant memory. */
final class ContentSearch {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_MAGIC = 6;

    private final Set<String> wanted;
    private final int overlap;

    /**
     * Prepares to look.
     *
     * @param wanted texts in ASCII
     */
    ContentSearch(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
        this.overlap = wanted.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Looks into one file; a content that is broken is told in the result, as it is the recipe's. */
    Content look(SnapshotEntry entry, InputStream content) throws IOException {
        var buffered = new BufferedInputStream(content, CHUNK);
        buffered.mark(LONGEST_MAGIC);
        byte[] magic = buffered.readNBytes(LONGEST_MAGIC);
        buffered.reset();
        Form form = form(magic);
        var found = new HashSet<String>();
        if (form == Form.PLAIN || form == Form.OPAQUE) {
            scan(buffered, found);
            return new Content(entry, form, found, "");
        }
        return form == Form.EMPTY ? new Content(entry, form, found, "") : inflated(entry, form, buffered, found);
    }

    private Content inflated(SnapshotEntry entry, Form form, InputStream content, Set<String> found) {
        try {
            InputStream inflated = form == Form.GZIP
                    ? GzipCompressorInputStream.builder()
                            .setInputStream(content)
                            .setDecompressConcatenated(true)
                            .get()
                    : new BZip2CompressorInputStream(content, true);
            long length = scan(inflated, found);
            return new Content(entry, form, found, length == 0 ? "nothing is in it" : "");
        } catch (EOFException e) {
            return new Content(entry, form, found, "it is broken: it ends too early");
        } catch (IOException e) {
            return new Content(entry, form, found, "it is broken: " + e.getMessage());
        }
    }

    private static Form form(byte[] magic) {
        if (magic.length == 0) {
            return Form.EMPTY;
        }
        String start = new String(magic, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001f\u008b")) {
            return Form.GZIP;
        }
        if (start.startsWith("BZh")) {
            return Form.BZIP2;
        }
        boolean opaque =
                start.startsWith("\u00fd7zXZ") || start.startsWith("(\u00b5/\u00fd") || start.startsWith("PGDMP");
        return opaque ? Form.OPAQUE : Form.PLAIN;
    }

    private long scan(InputStream content, Set<String> found) throws IOException {
        var buffer = new byte[overlap + CHUNK];
        int kept = 0;
        long length = 0;
        for (int read = content.read(buffer, 0, CHUNK); read >= 0; read = content.read(buffer, kept, CHUNK)) {
            length += read;
            String text = new String(buffer, 0, kept + read, StandardCharsets.ISO_8859_1);
            wanted.stream().filter(text::contains).forEach(found::add);
            int all = kept + read;
            kept = Math.min(overlap, all);
            System.arraycopy(buffer, all - kept, buffer, 0, kept);
        }
        return length;
    }
}
