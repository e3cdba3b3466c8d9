package org.recipeharness.checkout;

/**
 * Whether a change is in what is under test, as far as the recipe's history tells it.
 *
 * @param head what is under test
 * @param change what was asked for: a tag, a branch, a commit or {@code pull/<n>}
 * @param commit the full id of the commit that the change comes to
 * @param contained whether that commit is the head's, or one that the head descends from
 */
public record Containment(Checkout head, String change, String commit, boolean contained) {

    @Override
    public String toString() {
        return head
                + (contained ? " contains " : " does not contain ")
                + change
                + (commit.startsWith(change) ? "" : " (" + commit.substring(0, Math.min(8, commit.length())) + ")");
    }
}
