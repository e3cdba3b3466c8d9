package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.recipeharness.recipe.RecipeName;

/** The tree in which a maintainer is at work: read and copied, never changed. */
final class WorkingTree {

    private final String ref;
    private final Path path;

    private WorkingTree(String ref, Path path) {
        this.ref = ref;
        this.path = path;
    }

    /**
     * Reads a ref as a path.
     *
     * @param ref what was asked for
     * @return empty where it is not a path: neither absolute, nor beginning with {@code ./}, {@code ../} or {@code ~}
     */
    static Optional<WorkingTree> named(String ref) {
        if (ref.equals("~") || ref.startsWith("~/")) {
            return Optional.of(new WorkingTree(ref, Path.of(System.getProperty("user.home") + ref.substring(1))));
        }
        boolean relative = ref.equals(".") || ref.equals("..") || ref.startsWith("./") || ref.startsWith("../");
        return relative || ref.startsWith("/")
                ? Optional.of(new WorkingTree(ref, Path.of(ref).toAbsolutePath().normalize()))
                : Optional.empty();
    }

    /**
     * Copies the tracked and untracked files, and tells whether they are what was committed.
     *
     * @param recipe which recipe this is
     * @param directory where to
     * @return the copy
     */
    Checkout copy(RecipeName recipe, Path directory) {
        try (Repository repository = open()) {
            ObjectId head = head(repository);
            new TreeCopy(repository).write(directory);
            // Asked after the copying: who saves a file meanwhile gets a copy that is called dirty, never one that is
            // wrongly called clean.
            boolean dirty = differs(repository);
            if (!head.equals(head(repository))) {
                throw failed("another commit was checked out while it was copied. Run again");
            }
            return new Checkout(recipe, directory.toAbsolutePath(), ref, head.name(), dirty, TagKind.NONE);
        } catch (IOException | GitAPIException e) {
            throw new CheckoutException("Copying the working tree " + path + ", named by -Dref=" + ref, e);
        }
    }

    /** Opens its repository, to be closed. */
    Repository open() throws IOException {
        if (!Files.exists(path.resolve(Constants.DOT_GIT))) {
            throw failed("it is not the top folder of a git working tree."
                    + (Path.of(ref).isAbsolute()
                            ? ""
                            : " A relative path counts from " + Path.of("").toAbsolutePath()));
        }
        return new RepositoryBuilder()
                .setWorkTree(path.toFile())
                .setMustExist(true)
                .build();
    }

    private ObjectId head(Repository repository) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            throw failed("it has no commit yet. Make one: a result must say what it was based on");
        }
        return head;
    }

    private static boolean differs(Repository repository) throws IOException, GitAPIException {
        DirCache index = repository.readDirCache();
        for (int i = 0; i < index.getEntryCount(); i++) {
            // Git was told not to look at these, so nobody can say that they are what was committed.
            if (index.getEntry(i).isAssumeValid() || index.getEntry(i).isSkipWorkTree()) {
                return true;
            }
        }
        try (var git = new Git(repository)) {
            return !git.status().call().isClean();
        }
    }

    private CheckoutException failed(String reason) {
        return new CheckoutException("Copying the working tree " + path + ", named by -Dref=" + ref + ": " + reason);
    }
}
