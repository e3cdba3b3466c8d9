package org.recipeharness.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files by which Linux tells of itself. Each may be missing, as {@code pressure} is without {@code CONFIG_PSI}.
 *
 * @param root {@code /proc}
 * @see <a href="https://docs.kernel.org/accounting/psi.html">PSI - Pressure Stall Information</a>
 */
public record ProcFiles(Path root) implements Supplier<Sample> {

    private static final Pattern LOAD = Pattern.compile("(?m)^(\\d+\\.\\d+) ");
    private static final Pattern SOME = Pattern.compile("(?m)^some avg10=(\\d+\\.\\d+) ");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final long KIB = 1024;

    /**
     * Names those of this machine.
     *
     * @return its files, which may be missing
     */
    public static ProcFiles ofThisMachine() {
        return new ProcFiles(Path.of("/proc"));
    }

    @Override
    public Sample get() {
        return new Sample(
                number("loadavg", LOAD),
                number("pressure/cpu", SOME),
                number("pressure/io", SOME),
                number("pressure/memory", SOME),
                available());
    }

    /**
     * Tells how much memory programs can still have, as the kernel estimates it (proc(5), {@code MemAvailable}).
     *
     * @return in bytes; empty where it does not tell
     */
    public OptionalLong available() {
        return found("meminfo", AVAILABLE)
                .map(kib -> OptionalLong.of(Long.parseLong(kib) * KIB))
                .orElse(OptionalLong.empty());
    }

    private OptionalDouble number(String file, Pattern written) {
        return found(file, written)
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
    }

    private Optional<String> found(String file, Pattern written) {
        try {
            Matcher matcher = written.matcher(Files.readString(root.resolve(file)));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            // Not there, or turned off: the kernel answers a read of it with an error then. Both mean that it is not
            // told.
            return Optional.empty();
        }
    }
}
