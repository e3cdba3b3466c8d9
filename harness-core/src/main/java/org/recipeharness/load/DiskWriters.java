package org.recipeharness.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.settings.Load;

/** Writes files over and over and has each block brought to the disk, until it is lifted. */
final class DiskWriters implements Imposition {

    private static final int BLOCK = 1 << 18;
    private static final int FILE = 1 << 24;

    private final Load.Io load;
    private final Path folder;
    private final List<Thread> writers = new ArrayList<>();
    private final LongAdder blocks = new LongAdder();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /** Prepares to write below a folder that is there by then. */
    DiskWriters(Load.Io load, Path folder) {
        this.load = load;
        this.folder = folder;
    }

    @Override
    public void on(DeployedApp app) {
        if (writers.isEmpty()) {
            IntStream.range(0, load.writers()).mapToObj(this::writer).forEach(writers::add);
            writers.forEach(Thread::start);
        }
    }

    private Thread writer(int number) {
        Path file = folder.resolve("load-" + number);
        var thread = new Thread(() -> write(file), "load-io-" + number);
        thread.setDaemon(true);
        return thread;
    }

    private void write(Path file) {
        byte[] noise = new byte[BLOCK];
        new Random(file.hashCode()).nextBytes(noise);
        // A file that has no name any more is left by nothing, not even by a kill.
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (long position = 0; !Thread.currentThread().isInterrupted(); position = (position + BLOCK) % FILE) {
                channel.write(ByteBuffer.wrap(noise), position);
                channel.force(true);
                blocks.increment();
            }
        } catch (ClosedByInterruptException e) {
            // So it is ended.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    @Override
    public void requireHeld() {
        IOException error = failure.get();
        if (error != null) {
            throw new LoadException(
                    "Keeping up " + load + " in " + folder.toAbsolutePath() + " (set by harness.work): " + error,
                    error);
        }
    }

    @Override
    public void lift() {
        writers.forEach(Thread::interrupt);
        writers.clear();
    }

    /** How much was brought to the disk so far. */
    long blocks() {
        return blocks.sum();
    }

    @Override
    public String toString() {
        return load.toString();
    }
}
