package org.recipeharness.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a folder against all other threads and processes. The kernel releases it when the process ends, however it ends. */
final class CacheLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CacheLock.class);

    /** A file's lock belongs to the whole process, and closing any channel to the file would release it: so threads queue here first. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path folder;
    private final ReentrantLock thread;
    private final FileChannel channel;

    private CacheLock(Path folder, ReentrantLock thread, FileChannel channel) {
        this.folder = folder;
        this.thread = thread;
        this.channel = channel;
    }

    /**
     * Waits for its turn.
     *
     * @param folder what is to be held; it is made where it is missing
     * @param limit how long to wait
     * @return the lock, held until it is closed
     * @throws CheckoutException when the limit has passed
     */
    static CacheLock acquire(Path folder, Duration limit) throws IOException, InterruptedException {
        // The file stays for ever: who deletes it takes it from under those who wait.
        Path file = Files.createDirectories(folder).toRealPath().resolve("lock");
        ReentrantLock thread = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
        if (!thread.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw tooLong(file, limit);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                LOG.info("Waiting for another process that uses {}", folder);
                await(channel, file, limit);
            }
            return new CacheLock(folder, thread, channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            release(thread, channel);
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    private static void await(FileChannel channel, Path file, Duration limit) throws IOException, InterruptedException {
        // Waiting for a file's lock knows no limit, but ends when the channel is closed.
        var late = new CompletableFuture<Void>();
        CompletableFuture<Void> closing = late.thenRun(() -> close(channel));
        late.completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            channel.lock();
            if (!late.cancel(false)) {
                throw tooLong(file, limit);
            }
        } catch (AsynchronousCloseException e) {
            throw tooLong(file, limit);
        } catch (FileLockInterruptionException e) {
            Thread.interrupted();
            throw interrupted(file, e);
        } finally {
            closing.cancel(false);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InterruptedException interrupted(Path file, IOException cause) {
        var interrupted = new InterruptedException("Waiting for the clone in " + file.getParent() + ": interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }

    private static CheckoutException tooLong(Path file, Duration limit) {
        return new CheckoutException("Waiting for the clone in " + file.getParent() + ": another run has held it for "
                + limit.toSeconds() + " s, expected a few seconds. Look which process it is with: fuser " + file
                + ", and end it if it hangs");
    }

    private static void release(ReentrantLock thread, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            thread.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        release(thread, channel);
    }
}
