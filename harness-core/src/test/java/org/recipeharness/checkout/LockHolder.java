package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that takes a lock and keeps it until it is killed. */
final class LockHolder {

    private LockHolder() {}

    /**
     * Takes the lock, and says so.
     *
     * @param arguments the folder that is to be held
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (CacheLock lock = CacheLock.acquire(Path.of(arguments[0]), Duration.ofSeconds(30))) {
            System.out.println(lock.folder().equals(Path.of(arguments[0])) ? "held" : "another is held");
            new CountDownLatch(1).await();
        }
    }

    static Process start(Path folder) throws IOException {
        return JavaProcess.start(LockHolder.class, folder.toString());
    }
}
