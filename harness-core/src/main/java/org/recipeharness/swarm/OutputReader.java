package org.recipeharness.swarm;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a program writes, while it runs. */
@FunctionalInterface
public interface OutputReader {

    /**
     * Reads as much as it needs; the rest is thrown away.
     *
     * @param out the program's standard output
     * @throws IOException when it can't be read, or is not what was expected
     * @throws InterruptedException when the thread is interrupted
     */
    void read(InputStream out) throws IOException, InterruptedException;
}
