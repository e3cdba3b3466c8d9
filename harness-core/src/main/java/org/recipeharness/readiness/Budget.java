package org.recipeharness.readiness;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a wait may go on: attempts times interval, written {@code 36x5s}.
 *
 * <p>Attempts start one interval apart, and each may take up to its limit, which is never more than the interval. So a budget
 * is also a bound in wall-clock time: {@code 36x5s} ends after 180 s at the latest.
 *
 * @param attempts how many looks there may be, at least 1
 * @param interval time from the start of one look to the start of the next, more than zero
 * @param limit how long one look may take, more than zero and no longer than the interval
 */
public record Budget(int attempts, Duration interval, Duration limit) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})x(\\d{1,6})(ms|s|m)(?:/(\\d{1,6})(ms|s|m))?");

    public Budget {
        if (attempts < 1) {
            throw new IllegalArgumentException("A budget needs at least one attempt, but has " + attempts);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("A budget's interval must be longer than zero, but is " + interval);
        }
        if (limit.isNegative() || limit.isZero() || limit.compareTo(interval) > 0) {
            throw new IllegalArgumentException(
                    "The limit of one attempt must be longer than zero and no longer than the" + " interval " + interval
                            + ", but is " + limit);
        }
    }

    /**
     * Makes a budget in which one look may take a whole interval.
     *
     * @param attempts how many looks there may be, at least 1
     * @param interval time from the start of one look to the start of the next
     * @return the budget
     */
    public static Budget of(int attempts, Duration interval) {
        return new Budget(attempts, interval, interval);
    }

    /**
     * Reads a budget as it is written in an annotation or on the command line.
     *
     * @param text {@code <attempts>x<interval>}, such as {@code 36x5s}, or with the limit of one attempt behind it, such as
     *     {@code 36x5s/2s}; units are {@code ms}, {@code s} and {@code m}
     * @return the budget
     * @throws IllegalArgumentException when the text has another form
     */
    public static Budget parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Reading a budget: found '" + text
                            + "', expected <attempts>x<interval>, such as 36x5s, or with a limit for one attempt, such as 36x5s/2s");
        }
        Duration interval = duration(form.group(2), form.group(3));
        Duration limit = form.group(4) == null ? interval : duration(form.group(4), form.group(5));
        return new Budget(Integer.parseInt(form.group(1)), interval, limit);
    }

    private static Duration duration(String number, String unit) {
        long count = Long.parseLong(number);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /**
     * Tells the longest time that a wait within this budget can take.
     *
     * @return attempts times interval
     */
    public Duration total() {
        return interval.multipliedBy(attempts);
    }

    /**
     * Writes the budget with the time that it comes to.
     *
     * @return such as {@code 36x5s (180 s)}
     */
    String inFull() {
        return this + " (" + (total().toMillis() % 1000 == 0 ? total().toSeconds() + " s" : total().toMillis() + " ms")
                + ")";
    }

    @Override
    public String toString() {
        String plain = attempts + "x" + written(interval);
        return limit.equals(interval) ? plain : plain + "/" + written(limit);
    }

    private static String written(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
