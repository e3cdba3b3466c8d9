package org.recipeharness.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the machine is like at a moment; empty is what it does not tell.
 *
 * @param load the load average of the last minute
 * @param cpu the share of the last ten seconds in which something waited for the CPU, 0 to 100
 * @param io the same for the disk
 * @param memory the same for memory
 * @param free the memory that is available, in bytes
 */
public record Sample(
        OptionalDouble load, OptionalDouble cpu, OptionalDouble io, OptionalDouble memory, OptionalLong free) {

    /** That of a machine which tells nothing. */
    static final Sample NOTHING = new Sample(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty());

    /** The worst of both. */
    Sample worseOf(Sample other) {
        return new Sample(
                higher(load, other.load),
                higher(cpu, other.cpu),
                higher(io, other.io),
                higher(memory, other.memory),
                lower(free, other.free));
    }

    private static OptionalDouble higher(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()))
                : one.isPresent() ? one : other;
    }

    private static OptionalLong lower(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }
}
