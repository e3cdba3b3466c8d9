package org.recipeharness.checkout;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** What has come to a recipe since a commit. */
final class CommitsBetween {

    private final Repository repository;

    CommitsBetween(Repository repository) {
        this.repository = repository;
    }

    /** The newest first, none before those that it descends from; empty where one of the two is not there. */
    List<Committed> of(String good, String bad) throws IOException {
        ObjectId from = ObjectId.fromString(good);
        ObjectId to = ObjectId.fromString(bad);
        var between = new ArrayList<Committed>();
        if (!repository.getObjectDatabase().has(from)
                || !repository.getObjectDatabase().has(to)) {
            return between;
        }
        try (var walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(to));
            walk.markUninteresting(walk.parseCommit(from));
            for (RevCommit each : walk) {
                between.add(new Committed(
                        each.name(), Instant.ofEpochSecond(each.getCommitTime()), each.getShortMessage()));
            }
        }
        return between;
    }
}
