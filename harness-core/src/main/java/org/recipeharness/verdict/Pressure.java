package org.recipeharness.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Tells by how much more the machine had to do in the sweep than when a recipe ran alone. */
final class Pressure {

    // A run alone starts a JVM and several containers, which by itself makes others wait for the CPU at times.
    private static final double CPU_POINTS = 20;
    // Pulling images and PostgreSQL's fsync come with each run; ten seconds of a hundred more do not.
    private static final double IO_POINTS = 10;
    // Waiting for memory is rare on a machine that has enough of it.
    private static final double MEMORY_POINTS = 5;
    // The average of a minute still tells of what ran before, so only a multiple of it is another state of things.
    private static final double LOAD_TIMES = 2;

    private Pressure() {}

    /** A line for each thing that was scarcer in the sweep; empty where nothing was, or nothing was measured on either side. */
    static List<String> more(Accounts sweep, Accounts alone) {
        var found = new ArrayList<String>();
        points(found, sweep, alone, Measured::cpu, CPU_POINTS, "waiting for the CPU");
        points(found, sweep, alone, Measured::io, IO_POINTS, "waiting for the disk");
        points(found, sweep, alone, Measured::memory, MEMORY_POINTS, "waiting for memory");
        OptionalDouble load = highest(sweep, Measured::load);
        OptionalDouble loadAlone = highest(alone, Measured::load);
        if (load.isPresent()
                && loadAlone.isPresent()
                && load.getAsDouble() >= loadAlone.getAsDouble() * LOAD_TIMES
                && load.getAsDouble() >= 1) {
            found.add(String.format(
                    Locale.ROOT,
                    "Load average: %.1f in the sweep, at most %.1f alone",
                    load.getAsDouble(),
                    loadAlone.getAsDouble()));
        }
        int beside = beside(sweep);
        if (beside > beside(alone)) {
            found.add("Runs of the same process beside it: " + beside + " in the sweep, " + beside(alone) + " alone");
        }
        return found;
    }

    private static void points(
            List<String> found,
            Accounts sweep,
            Accounts alone,
            Function<Measured, OptionalDouble> share,
            double margin,
            String what) {
        OptionalDouble there = highest(sweep, share);
        OptionalDouble here = highest(alone, share);
        if (there.isPresent() && here.isPresent() && there.getAsDouble() >= here.getAsDouble() + margin) {
            found.add(String.format(
                    Locale.ROOT,
                    "Time spent %s: %.0f %% in the sweep, at most %.0f %% alone",
                    what,
                    there.getAsDouble(),
                    here.getAsDouble()));
        }
    }

    private static OptionalDouble highest(Accounts accounts, Function<Measured, OptionalDouble> value) {
        return accounts.each().stream()
                .flatMap(account -> account.attempt().measured().stream())
                .map(value)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    private static int beside(Accounts accounts) {
        return accounts.each().stream()
                .flatMap(account -> account.attempt().measured().stream())
                .mapToInt(Measured::beside)
                .max()
                .orElse(0);
    }
}
