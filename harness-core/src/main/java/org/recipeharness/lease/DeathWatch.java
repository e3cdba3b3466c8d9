package org.recipeharness.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.recipeharness.swarm.Notice;

/**
 * Tells leases of the dead from those of the living.
 *
 * <p>A dead one has run out by the swarm's own clock, which no other machine's is compared with, and then was not renewed while it was
 * watched. So a clock that jumps, or a machine that slept, makes nobody dead who still renews.
 */
final class DeathWatch {

    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();

    DeathWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A version of a lease, and when it was seen first. */
    private record Seen(long version, long since) {}

    /** Looks at all leases; those that have run out are watched from the first look that finds them so. */
    void look(List<Posted> all, Instant now) {
        all.stream()
                .map(Posted::notice)
                .forEach(notice -> seen.merge(
                        notice.id(),
                        new Seen(notice.version(), nanos.getAsLong()),
                        (before, latest) -> before.version() == latest.version() ? before : latest));
        all.stream()
                .filter(posted -> !hasRunOut(posted, now))
                .forEach(posted -> seen.remove(posted.notice().id()));
    }

    boolean isDead(Posted posted, Instant now) {
        Notice notice = posted.notice();
        Seen first = seen.get(notice.id());
        return hasRunOut(posted, now)
                && first != null
                && first.version() == notice.version()
                && Duration.ofNanos(nanos.getAsLong() - first.since())
                                .compareTo(Term.watch(posted.lease().lasts()))
                        >= 0;
    }

    private static boolean hasRunOut(Posted posted, Instant now) {
        return Duration.between(posted.notice().updated(), now)
                        .compareTo(posted.lease().lasts())
                > 0;
    }
}
