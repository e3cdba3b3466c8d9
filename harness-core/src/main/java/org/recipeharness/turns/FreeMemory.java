package org.recipeharness.turns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much memory programs can still have, as the kernel estimates it (proc(5), {@code MemAvailable}).
 *
 * @param file where the kernel tells it
 */
record FreeMemory(Path file) implements Supplier<Optional<Long>> {

    static final FreeMemory OF_THIS_MACHINE = new FreeMemory(Path.of("/proc/meminfo"));

    private static final Logger LOG = LoggerFactory.getLogger(FreeMemory.class);
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d{1,15}) kB$");

    /** In bytes; empty where the kernel does not tell it, such as elsewhere than on Linux. */
    @Override
    public Optional<Long> get() {
        try {
            Matcher told = AVAILABLE.matcher(Files.readString(file));
            return told.find() ? Optional.of(Long.parseLong(told.group(1)) << 10) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("Nobody knows how much memory is available: {}", e.toString());
            return Optional.empty();
        }
    }
}
