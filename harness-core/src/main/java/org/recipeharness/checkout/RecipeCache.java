package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;
import org.recipeharness.files.FolderLock;
import org.recipeharness.files.HeldException;

/** The clone of one recipe that all runs of this machine share, one after the other. */
final class RecipeCache {

    private final Path folder;
    private final Remote remote;
    private final Limits limits;

    RecipeCache(Path folder, Remote remote, Limits limits) {
        this.folder = folder;
        this.remote = remote;
        this.limits = limits;
    }

    /** Does something with the clone while nobody else does, when it is up to date with its remote. */
    <T> T use(Work<T> work) throws InterruptedException {
        try (FolderLock held = FolderLock.acquire(folder, "the clone", "a checkout of " + remote, limits.turn())) {
            return new CachePlace(held.folder(), remote).use(work);
        } catch (HeldException e) {
            throw new CheckoutException("Checking out " + remote + ": " + e.getMessage(), e);
        } catch (GitAPIException e) {
            throw remote.explained(e);
        } catch (IOException | JGitInternalException | DamagedCloneException e) {
            throw new CheckoutException(
                    "Checking out " + remote + ", with the clone in " + folder + ": " + e
                            + ". The clone may be deleted when no run uses it; its place is set by -Dharness.cache",
                    e);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Repository clone) throws IOException, GitAPIException, InterruptedException;
    }
}
