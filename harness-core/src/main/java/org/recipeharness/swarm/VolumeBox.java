package org.recipeharness.swarm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Volumes of the engine's node, opened for reading and writing without running anything.
 *
 * <p>What goes in and out are tar archives as the engine's own container archives are, streamed.
 */
public interface VolumeBox extends AutoCloseable {

    /** Reads an archive. */
    @FunctionalInterface
    interface Reader<T> {

        /**
         * Reads an archive as far as it needs.
         *
         * @param archive a tar whose first entry is what was asked for, named by the last part of its path
         * @return what it makes of it
         * @throws IOException when the archive can't be read
         * @throws InterruptedException when the thread is interrupted
         */
        T read(InputStream archive) throws IOException, InterruptedException;
    }

    /**
     * Reads a file or a folder with all that is in it.
     *
     * @param path absolute within the box
     * @param reader is given the archive
     * @return what the reader made of it; empty where nothing is at that path
     * @throws SwarmException when the engine does not give it, or breaks off
     * @throws InterruptedException when the thread is interrupted
     */
    <T> Optional<T> read(String path, Reader<T> reader) throws InterruptedException;

    /**
     * Tells whether there is something at a path.
     *
     * @param path absolute within the box
     * @return true for a file, a folder, or anything else
     * @throws SwarmException when the engine does not tell
     * @throws InterruptedException when the thread is interrupted
     */
    default boolean has(String path) throws InterruptedException {
        return read(path, archive -> true).isPresent();
    }

    /**
     * Unpacks an archive, with its owners, modes and times.
     *
     * @param folder where, absolute within the box; it exists
     * @param archive a tar; read to its end
     * @throws SwarmException when the engine does not take it
     * @throws InterruptedException when the thread is interrupted
     */
    void write(String folder, InputStream archive) throws InterruptedException;

    /** Takes the box away; the volumes stay. */
    @Override
    void close();
}
