package org.recipeharness.lease;

import java.time.Duration;

/**
 * The times of a lease.
 *
 * @param lasts how long it holds without being renewed
 */
record Term(Duration lasts) {

    /** Long enough for an engine that is slow under load, short enough to wait for behind a crash. */
    static final Term USUAL = new Term(Duration.ofSeconds(60));

    private static final int RENEWALS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** How often it is renewed. */
    Duration renewal() {
        return lasts.dividedBy(RENEWALS);
    }

    /** How long a lease that has run out is watched for a renewal: two of them would come in that time. */
    static Duration watch(Duration lasts) {
        return lasts.dividedBy(RENEWALS).multipliedBy(2);
    }

    /** How long who waits for a lease pauses between two looks. */
    Duration pause() {
        return renewal().compareTo(LONGEST_PAUSE) < 0 ? renewal() : LONGEST_PAUSE;
    }
}
