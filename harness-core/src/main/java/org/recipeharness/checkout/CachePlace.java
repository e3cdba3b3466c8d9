package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.util.FileUtils;
import org.recipeharness.checkout.RecipeCache.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one clone while it is held. A clone is made beside its place and moved there, so that whatever happens there is
 * a whole one or none; one that was damaged is made anew.
 */
final class CachePlace {

    private static final Logger LOG = LoggerFactory.getLogger(CachePlace.class);

    private final Remote remote;
    private final Path place;
    private final Path making;

    CachePlace(Path folder, Remote remote) {
        this.remote = remote;
        this.place = folder.resolve("repository.git");
        this.making = folder.resolve("making");
    }

    <T> T use(Work<T> work) throws IOException, GitAPIException, InterruptedException, DamagedCloneException {
        discard();
        if (Files.exists(place)) {
            try {
                return attempt(true, work);
            } catch (DamagedCloneException e) {
                LOG.warn("The clone of {} in {} is damaged and is made anew: {}", remote, place, e.getMessage());
                Files.move(place, making, StandardCopyOption.ATOMIC_MOVE);
                discard();
            }
        }
        make();
        return attempt(false, work);
    }

    private <T> T attempt(boolean update, Work<T> work)
            throws IOException, GitAPIException, InterruptedException, DamagedCloneException {
        try (CachedClone clone = CachedClone.open(place)) {
            try {
                if (update) {
                    clone.update(remote);
                }
                return work.on(clone.repository());
            } catch (IOException | GitAPIException | JGitInternalException e) {
                if (Thread.interrupted()) {
                    throw interrupted(e);
                }
                // What looks like a trouble of the remote's may be one of the clone's.
                if (!clone.isWhole()) {
                    throw new DamagedCloneException(e);
                }
                throw e;
            }
        }
    }

    private void make() throws IOException, GitAPIException, InterruptedException, DamagedCloneException {
        try (CachedClone clone = CachedClone.create(making)) {
            clone.update(remote);
        }
        Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what a run that was killed has left half made, or half discarded. */
    private void discard() throws IOException {
        FileUtils.delete(making.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    }

    private InterruptedException interrupted(Exception cause) {
        var interrupted = new InterruptedException("Checking out " + remote + ": interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }
}
