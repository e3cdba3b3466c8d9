package org.recipeharness.checkout;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.recipeharness.recipe.RecipeName;

/** Finds what was asked for in one recipe: a tag, a branch, a pull request or a commit, in this order. */
final class Lookup {

    private static final int SHOWN = 30;

    private final RecipeName recipe;
    private final PullRequests pulls;

    Lookup(RecipeName recipe, Remote remote) {
        this.recipe = recipe;
        this.pulls = new PullRequests(remote);
    }

    /**
     * Finds a ref.
     *
     * @param ref what was asked for; empty for the latest release
     * @param repository the recipe's clone
     * @return the revision
     * @throws CheckoutException when nothing is called so; what is known is listed
     */
    Revision find(Optional<String> ref, Repository repository)
            throws IOException, GitAPIException, InterruptedException {
        if (ref.isEmpty()) {
            return new Refs(repository, recipe).latestRelease();
        }
        Optional<Revision> found = search(ref.get(), repository);
        if (found.isPresent()) {
            return found.get();
        }
        throw new CheckoutException("Looking for '" + ref.get() + "' in recipe '" + recipe + "': "
                + nothingCalled(ref.get(), repository)
                + ". A working tree is named by its path: absolute, or beginning with ./, ../ or ~");
    }

    /**
     * Finds a ref that may not be there.
     *
     * @param ref what was asked for
     * @param repository the recipe's clone
     * @return empty where nothing is called so
     */
    Optional<Revision> search(String ref, Repository repository)
            throws IOException, GitAPIException, InterruptedException {
        Optional<Revision> named = new Refs(repository, recipe).find(ref);
        if (named.isPresent()) {
            return named;
        }
        Optional<Revision> pull = pulls.find(ref, repository);
        return pull.isPresent() ? pull : new Commits(repository, recipe).find(ref);
    }

    /** Says that nothing is called so, and what there is: the end of an error. */
    String nothingCalled(String ref, Repository repository) throws IOException, GitAPIException, InterruptedException {
        var refs = new Refs(repository, recipe);
        List<String> tags = refs.tags();
        List<String> branches = refs.branches();
        List<String> requests = pulls.names();
        List<String> near = NearNames.of(
                ref, Stream.of(tags, branches, requests).flatMap(List::stream).toList());
        return "no tag, branch, pull request or commit is called so."
                + (near.isEmpty() ? "" : " The nearest: " + listed(near) + ".")
                + " Tags: " + listed(tags) + "; branches: " + listed(branches) + "; pull requests: "
                + listed(requests);
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
