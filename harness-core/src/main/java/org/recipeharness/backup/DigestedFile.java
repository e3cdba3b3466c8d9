package org.recipeharness.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Writes a file and digests it on a thread of its own, beside the one that makes the content: each takes about as long. */
final class DigestedFile extends OutputStream {

    private static final int PIECES_WAITING = 32;
    private static final byte[] END = {};

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Checksum.digest();
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES_WAITING);
    private final Thread writer = new Thread(this::drain, "snapshot-writer");
    private volatile @Nullable IOException failure;

    /** Begins; {@code file} is what an error names. */
    DigestedFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /**
     * Hands a piece over.
     *
     * @throws UncheckedIOException when an earlier one could not be written, or the thread is interrupted: an error of the file is
     *     to be told from one of what is copied into it
     */
    @Override
    public void write(byte[] content, int from, int length) {
        requireNoFailure();
        if (length > 0) {
            hand(Arrays.copyOfRange(content, from, from + length));
        }
    }

    private void hand(byte[] piece) {
        try {
            pieces.put(piece);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("Writing the snapshot " + file, new ClosedByInterruptException());
        }
    }

    private void requireNoFailure() {
        IOException found = failure;
        if (found != null) {
            throw new UncheckedIOException("Writing the snapshot " + file, found);
        }
    }

    /** Takes pieces to the end also where one could not be written, so that nobody waits for room in vain. */
    private void drain() {
        try {
            for (byte[] piece = pieces.take(); piece != END; piece = pieces.take()) {
                if (failure == null) {
                    digest.update(piece);
                    keep(ByteBuffer.wrap(piece));
                }
            }
        } catch (InterruptedException e) {
            // Closed before its end; nobody hands anything over any more.
            Thread.currentThread().interrupt();
        }
    }

    private void keep(ByteBuffer piece) {
        try {
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Waits until all is written, and on the disk.
     *
     * @return of all that was written
     * @throws UncheckedIOException as {@link #write}
     */
    Checksum complete() throws IOException {
        hand(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("Writing the snapshot " + file, new ClosedByInterruptException());
        }
        requireNoFailure();
        channel.force(true);
        return Checksum.of(digest);
    }

    /** Ends the writing, whatever is still waiting to be written; nothing happens where it is complete. */
    void abandon() {
        writer.interrupt();
    }
}
