package org.recipeharness.lease;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a process says of its hold on the node.
 *
 * @param state how it stands
 * @param token what tells this holder from all others
 * @param owner who that is, for a reader
 * @param holders how many processes may hold the node at once while this one holds it, itself included
 * @param lasts how long it holds without being renewed
 * @param runs the ids of the runs that are under way in it: only these can have left something when it dies
 */
record Lease(State state, String token, String owner, int holders, Duration lasts, Set<String> runs) {

    /** How a lease stands. */
    enum State {
        /** Its holder lives, or has died without a word. */
        HELD,
        /** Its holder has gone, and says that its runs have left something. */
        LEFT,
        /** Its holder has gone and left nothing. Nobody ever takes it over, so that whoever finds it may remove it. */
        OVER
    }

    private static final String LABEL = "org.recipeharness.lease.";
    private static final String STATE = LABEL + "state";
    private static final String TOKEN = LABEL + "token";
    private static final String OWNER = LABEL + "owner";
    private static final String HOLDERS = LABEL + "holders";
    private static final String LASTS = LABEL + "lasts";
    private static final String RUNS = LABEL + "runs";

    /** An older harness does not publish its number. Its user may have asked to be alone, which is also the default. */
    private static final String HOLDERS_IF_MISSING = "1";

    Lease {
        if (holders < 1) {
            throw new IllegalArgumentException("A lease allows one holder at least, but this one allows " + holders);
        }
        runs = Collections.unmodifiableSet(new TreeSet<>(runs));
    }

    /** Reads a lease; one that can't be read is held for ever by somebody unknown, as it may be a newer harness's. */
    static Lease read(Map<String, String> labels) {
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.name().equals(labels.get(STATE)))
                .findFirst();
        Optional<Duration> lasts = duration(labels.getOrDefault(LASTS, ""));
        OptionalInt holders = number(labels.getOrDefault(HOLDERS, HOLDERS_IF_MISSING));
        if (state.isEmpty()
                || lasts.isEmpty()
                || holders.isEmpty()
                || !labels.keySet().containsAll(Set.of(TOKEN, OWNER, RUNS))) {
            return new Lease(
                    State.HELD,
                    "",
                    "somebody whose labels this version of the harness can't read",
                    1,
                    ChronoUnit.FOREVER.getDuration(),
                    Set.of());
        }
        Set<String> runs = Arrays.stream(labels.getOrDefault(RUNS, "").split(","))
                .filter(run -> !run.isEmpty())
                .collect(Collectors.toSet());
        return new Lease(
                state.get(),
                labels.getOrDefault(TOKEN, ""),
                labels.getOrDefault(OWNER, ""),
                holders.getAsInt(),
                lasts.get(),
                runs);
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(length -> length.compareTo(Duration.ZERO) > 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Map<String, String> labels() {
        return Map.of(
                STATE,
                state.name(),
                TOKEN,
                token,
                OWNER,
                owner,
                HOLDERS,
                String.valueOf(holders),
                LASTS,
                lasts.toString(),
                RUNS,
                String.join(",", runs));
    }

    Lease with(Set<String> more) {
        var all = new TreeSet<>(runs);
        all.addAll(more);
        return new Lease(state, token, owner, holders, lasts, all);
    }

    Lease without(Set<String> fewer) {
        var all = new TreeSet<>(runs);
        all.removeAll(fewer);
        return new Lease(state, token, owner, holders, lasts, all);
    }

    Lease in(State other) {
        return new Lease(other, token, owner, holders, lasts, runs);
    }

    /** Determine if this version of the harness can read it. */
    boolean isReadable() {
        return !token.isEmpty();
    }

    @Override
    public String toString() {
        return owner + (runs.isEmpty() ? "" : ", with run " + String.join(", ", runs));
    }
}
