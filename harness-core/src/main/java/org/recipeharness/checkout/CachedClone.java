package org.recipeharness.checkout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bare clone with the tags and branches that its remote has. It does not know the remote's address, which may hold a login. */
final class CachedClone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CachedClone.class);

    private static final List<RefSpec> TAGS_AND_BRANCHES =
            List.of(new RefSpec("+refs/tags/*:refs/tags/*"), new RefSpec("+refs/heads/*:refs/heads/*"));

    private final Repository repository;

    private CachedClone(Repository repository) {
        this.repository = repository;
    }

    static CachedClone create(Path folder) throws IOException, GitAPIException {
        Git git = Git.init().setBare(true).setGitDir(folder.toFile()).call();
        StoredConfig config = git.getRepository().getConfig();
        // Whoever holds the lock is alone here, so nothing may go on behind its back.
        config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        config.save();
        return new CachedClone(git.getRepository());
    }

    static CachedClone open(Path folder) throws DamagedCloneException {
        try {
            return new CachedClone(new RepositoryBuilder()
                    .setBare()
                    .setGitDir(folder.toFile())
                    .setMustExist(true)
                    .build());
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedCloneException(e);
        }
    }

    Repository repository() {
        return repository;
    }

    /** Brings tags and branches to what the remote has now, also those that it moved or withdrew. */
    void update(Remote remote) throws IOException, GitAPIException, InterruptedException, DamagedCloneException {
        requireReadable();
        FetchResult result = remote.fetch(repository, TAGS_AND_BRANCHES);
        for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
            requireDone(update);
            note(update, remote);
        }
    }

    /** Otherwise JGit would fetch beside what it can't read, and complain at each run. */
    private void requireReadable() throws IOException {
        try (var walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
                walk.parseAny(ref.getObjectId());
            }
        }
    }

    /** JGit says nothing where a ref is locked; nobody but us is here, so the lock is left of a process that was killed. */
    private static void requireDone(TrackingRefUpdate update) throws DamagedCloneException {
        RefUpdate.Result result = update.getResult();
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE, RENAMED -> {}
            default -> throw new DamagedCloneException(update.getLocalName() + " can't be updated: " + result);
        }
    }

    private static void note(TrackingRefUpdate update, Remote remote) {
        boolean known = !update.getOldObjectId().equals(ObjectId.zeroId());
        if (!known || !update.getLocalName().startsWith(Constants.R_TAGS)) {
            return;
        }
        String tag = update.getLocalName().substring(Constants.R_TAGS.length());
        if (update.getNewObjectId().equals(ObjectId.zeroId())) {
            LOG.warn("The tag {} of {} was withdrawn since it was last looked at", tag, remote);
        } else {
            LOG.warn(
                    "The tag {} of {} was moved since it was last looked at, from {} to {}:"
                            + " what was published under it is not what is tested now",
                    tag,
                    remote,
                    update.getOldObjectId().name(),
                    update.getNewObjectId().name());
        }
    }

    /** Reads everything that a tag or a branch reaches. */
    boolean isWhole() {
        try (var walk = new ObjectWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
                walk.markStart(walk.parseAny(ref.getObjectId()));
            }
            ObjectReader reader = walk.getObjectReader();
            while (walk.next() != null) {
                // Commits are read by walking on.
            }
            for (RevObject each = walk.nextObject(); each != null; each = walk.nextObject()) {
                reader.open(each).copyTo(OutputStream.nullOutputStream());
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.debug("Reading the clone {}", repository.getDirectory(), e);
            return false;
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
