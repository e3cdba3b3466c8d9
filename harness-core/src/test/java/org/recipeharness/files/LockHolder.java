package org.recipeharness.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.recipeharness.checkout.JavaProcess;

/** A process that takes a lock and keeps it until it is killed. */
final class LockHolder {

    private LockHolder() {}

    /**
     * Takes the lock, and says so.
     *
     * @param arguments the folder that is to be held, and the owner; without one, nobody is told who it is
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        if (arguments.length == 1) {
            try (var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "another holds it" : "held");
                new CountDownLatch(1).await();
            }
        }
        try (FolderLock lock = FolderLock.acquire(folder, "a folder", arguments[1], Duration.ofSeconds(30))) {
            System.out.println(lock.folder().equals(folder) ? "held" : "another is held");
            new CountDownLatch(1).await();
        }
    }

    static Process start(Path folder, String owner) throws IOException {
        return JavaProcess.start(LockHolder.class, folder.toString(), owner);
    }

    static Process silent(Path folder) throws IOException {
        return JavaProcess.start(LockHolder.class, folder.toString());
    }
}
