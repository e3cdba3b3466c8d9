package org.recipeharness.checkout;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Tells by the history of one recipe which changes a head contains. */
final class Changes {

    private final Checkout head;
    private final Lookup lookup;

    Changes(Checkout head, Lookup lookup) {
        this.head = head;
        this.lookup = lookup;
    }

    /**
     * Looks for a change.
     *
     * @param change what one would write behind {@code -Dref=}, but no path
     * @param clone the recipe's clone
     * @return whether it is contained
     * @throws CheckoutException when nothing is called so, or the history does not reach far enough to tell
     */
    Containment find(String change, Repository clone) throws IOException, GitAPIException, InterruptedException {
        Optional<Revision> revision = lookup.search(change, clone);
        if (revision.isEmpty()) {
            throw new CheckoutException(
                    "Deciding whether " + head + " contains '" + change
                            + "', which an assertion is about: " + lookup.nothingCalled(change, clone)
                            + ". So the assertion is stale: name the tag or the commit that the change has come to, or remove it");
        }
        ObjectId commit = revision.get().commit();
        return new Containment(head, change, commit.name(), isInHead(commit, clone));
    }

    private boolean isInHead(ObjectId commit, Repository clone) throws IOException {
        ObjectId tip = ObjectId.fromString(head.commit());
        if (clone.getObjectDatabase().has(tip)) {
            return isAncestor(commit, tip, clone);
        }
        // What nobody has published yet is known to the tree alone in which it was committed.
        WorkingTree tree = WorkingTree.named(head.ref())
                .orElseThrow(() -> new CheckoutException(
                        "Looking for the history of " + head + ": its commit is not in the recipe's clone any more"));
        try (Repository repository = tree.open()) {
            if (repository.getObjectDatabase().has(commit) && isAncestor(commit, tip, repository)) {
                return true;
            }
            if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
                throw new CheckoutException("Looking for commit " + commit.name() + " in the history of " + head
                        + ": the working tree is a shallow clone, whose history ends before it begins."
                        + " Complete it: git fetch --unshallow");
            }
            return false;
        }
    }

    private static boolean isAncestor(ObjectId commit, ObjectId tip, Repository repository) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(tip));
        }
    }
}
