package org.recipeharness.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who this process is, for a reader on another machine. */
final class Owner {

    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    private Owner() {}

    static String thisProcess() {
        return System.getProperty("user.name") + " on " + host() + ", process "
                + ProcessHandle.current().pid() + " in "
                + Path.of("").toAbsolutePath() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Asking a resolver could take longer than all the rest. */
    private static String host() {
        try {
            return Files.readString(HOST).strip();
        } catch (IOException e) {
            String told = System.getenv("COMPUTERNAME");
            return told == null ? "a machine without a name" : told;
        }
    }
}
