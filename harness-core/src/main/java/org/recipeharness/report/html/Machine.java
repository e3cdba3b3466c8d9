package org.recipeharness.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.recipeharness.verdict.Measured;

/** How the state of a machine is told to readers. */
final class Machine {

    private static final double MIB = 1 << 20;

    private Machine() {}

    static String inShort(Measured measured) {
        return told(measured, "load %.1f", "CPU %.0f %%", "disk %.0f %%", "memory %.0f %%");
    }

    static String inFull(Measured measured) {
        String worst = told(
                measured,
                "load average at most %.1f",
                "waiting for the CPU at most %.0f %% of 10 s",
                "for the disk %.0f %%",
                "for memory %.0f %%");
        String free = measured.free().isPresent()
                ? String.format(
                        Locale.ROOT, ", at least %.0f MiB free", measured.free().getAsLong() / MIB)
                : "";
        return worst + free + ", at most " + measured.beside() + " runs beside";
    }

    private static String told(Measured measured, String load, String cpu, String io, String memory) {
        var parts = new ArrayList<String>();
        add(parts, load, measured.load());
        add(parts, cpu, measured.cpu());
        add(parts, io, measured.io());
        add(parts, memory, measured.memory());
        return parts.isEmpty() ? "it tells nothing of itself" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String form, OptionalDouble value) {
        if (value.isPresent()) {
            parts.add(String.format(Locale.ROOT, form, value.getAsDouble()));
        }
    }
}
