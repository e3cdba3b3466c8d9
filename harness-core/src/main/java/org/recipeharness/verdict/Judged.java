package org.recipeharness.verdict;

import java.util.List;

/**
 * A red recipe with all its attempts, and what they mean.
 *
 * @param attempts the one in the sweep, then those alone
 * @param verdict whose the fault is
 */
public record Judged(List<Attempt> attempts, Verdict verdict) {

    public Judged {
        attempts = List.copyOf(attempts);
    }
}
