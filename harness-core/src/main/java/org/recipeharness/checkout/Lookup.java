package org.recipeharness.checkout;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
        var refs = new Refs(repository, recipe);
        if (ref.isEmpty()) {
            return refs.latestRelease();
        }
        Optional<Revision> named = refs.find(ref.get());
        if (named.isPresent()) {
            return named.get();
        }
        Optional<Revision> pull = pulls.find(ref.get(), repository);
        if (pull.isPresent()) {
            return pull.get();
        }
        Optional<Revision> commit = new Commits(repository, recipe).find(ref.get());
        if (commit.isPresent()) {
            return commit.get();
        }
        throw new CheckoutException("Looking for '" + ref.get() + "' in recipe '" + recipe
                + "': no tag, branch, pull request or commit is called so. Tags: " + listed(refs.tags())
                + "; branches: "
                + listed(refs.branches()) + "; pull requests: " + listed(pulls.names())
                + ". A working tree is named by its path: absolute, or beginning with ./, ../ or ~");
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
