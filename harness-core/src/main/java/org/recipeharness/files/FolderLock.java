package org.recipeharness.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.recipeharness.waiting.WaitNotice;

/**
 * Holds a folder against all other threads and processes. The kernel releases it when the process ends, however it ends. The wait and the
 * holder that it is for are printed.
 */
public final class FolderLock implements AutoCloseable {

    /** A file's lock belongs to the whole process, and closing any channel to the file would release it: so threads queue here first. */
    private static final Map<Path, Place> PLACES = new ConcurrentHashMap<>();

    private final Path folder;
    private final Place place;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FolderLock(Path folder, Place place, FileChannel channel) {
        this.folder = folder;
        this.place = place;
        this.channel = channel;
    }

    /** What all threads of this process share of one lock. */
    private record Place(Path file, Semaphore turn, Holder holder) {

        static Place of(Path file) {
            return new Place(file, new Semaphore(1, true), new Holder(file));
        }

        void leave(@Nullable FileChannel channel) throws IOException {
            try {
                if (channel != null) {
                    channel.close();
                }
            } finally {
                turn.release();
            }
        }
    }

    /**
     * One who waits.
     *
     * @param what what for
     * @param place where it is held
     * @param limit how long to wait
     * @param began when the wait began, in {@link System#nanoTime()}
     */
    private record Wait(String what, Place place, Duration limit, long began) {

        WaitNotice.Repeated announced() {
            // With no limit there is no wait, only a refusal.
            return limit.isZero() ? () -> {} : new WaitNotice().repeat(this::line);
        }

        private String line() {
            return "Waiting for " + what + ", held by " + holder() + ", for "
                    + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s, at most " + limit.toSeconds()
                    + " s";
        }

        private String holder() {
            try {
                return place.holder().name();
            } catch (IOException e) {
                return "a process whose name can't be read: " + e.getMessage();
            }
        }

        long left() {
            return Math.max(0, limit.toNanos() - (System.nanoTime() - began));
        }

        HeldException over() throws IOException {
            return new HeldException(what, place.file(), place.holder().name(), limit);
        }

        InterruptedException interrupted(IOException cause) {
            var interrupted = new InterruptedException("Waiting for " + what + ": interrupted");
            interrupted.initCause(cause);
            return interrupted;
        }
    }

    /**
     * Waits for its turn.
     *
     * @param folder what is to be held; it is made where it is missing
     * @param what how those who wait for it call it, such as {@code the clone of gitea}
     * @param owner who wants to hold it, which others that wait are told while it does
     * @param limit how long to wait; zero to be refused at once
     * @return the lock, held until it is closed; any thread may close it
     * @throws HeldException when the limit has passed, or the thread holds the folder itself
     * @throws IOException when the file of the lock can't be made or locked
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public static FolderLock acquire(Path folder, String what, String owner, Duration limit)
            throws IOException, InterruptedException {
        // The file stays for ever: who deletes it takes it from under those who wait.
        Path file = Files.createDirectories(folder).toRealPath().resolve("lock");
        Place place = PLACES.computeIfAbsent(file, Place::of);
        var wait = new Wait(what + " in " + file.getParent(), place, limit, System.nanoTime());
        if (!place.turn().tryAcquire()) {
            WaitNotice.Repeated notice = wait.announced();
            try {
                if (!place.turn().tryAcquire(wait.left(), TimeUnit.NANOSECONDS)) {
                    throw wait.over();
                }
            } finally {
                notice.close();
            }
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                WaitNotice.Repeated notice = wait.announced();
                try {
                    await(channel, wait);
                } finally {
                    notice.close();
                }
            }
            place.holder().tell(owner);
            return new FolderLock(folder, place, channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            place.leave(channel);
            throw e;
        }
    }

    /**
     * Tells what is held.
     *
     * @return the folder, as it was asked for
     */
    public Path folder() {
        return folder;
    }

    private static void await(FileChannel channel, Wait wait) throws IOException, InterruptedException {
        // Waiting for a file's lock knows no limit, but ends when the channel is closed.
        var late = new CompletableFuture<Void>();
        CompletableFuture<Void> closing = late.thenRun(() -> close(channel));
        late.completeOnTimeout(null, wait.left(), TimeUnit.NANOSECONDS);
        try {
            channel.lock();
            if (!late.cancel(false)) {
                throw wait.over();
            }
        } catch (FileLockInterruptionException e) {
            Thread.interrupted();
            throw wait.interrupted(e);
        } catch (ClosedChannelException e) {
            throw wait.over();
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

    /** Lets go of the folder; once is enough. */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            place.holder().leave();
        } finally {
            place.leave(channel);
        }
    }
}
