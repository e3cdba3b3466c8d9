package org.recipeharness.architecture.violating.swarm;

import java.io.IOException;

/** Starts a program outside of the package for that, has a name that says nothing, and can be changed by everybody. */
public class ProcessManager {

    public int count;

    public Process start() throws IOException, InterruptedException {
        Thread.sleep(1);
        count++;
        return new ProcessBuilder("true").start();
    }
}
