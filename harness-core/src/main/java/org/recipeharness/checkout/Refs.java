package org.recipeharness.checkout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipe.RecipeVersion;

/** The tags and branches of one cloned recipe. */
final class Refs {

    private static final String REMOTE = Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/";

    /** What is to be fetched: all branches and all tags, under the names by which they are looked up here. */
    static final RefSpec BRANCHES = new RefSpec("+" + Constants.R_HEADS + "*:" + REMOTE + "*");

    static final RefSpec TAGS = new RefSpec("+" + Constants.R_TAGS + "*:" + Constants.R_TAGS + "*");

    private final Repository repository;
    private final RecipeName recipe;

    Refs(Git git, RecipeName recipe) {
        this.repository = git.getRepository();
        this.recipe = recipe;
    }

    String latestRelease() {
        // The tag's own text, not the version's: a tag may write what reads as the same version differently.
        return names(Constants.R_TAGS).stream()
                .filter(tag -> RecipeVersion.parse(tag).isPresent())
                .max(Comparator.comparing(tag -> RecipeVersion.parse(tag).orElseThrow()))
                .orElseThrow(
                        () -> new CheckoutException(
                                "Looking for the latest release of recipe '" + recipe
                                        + "': it has no tag of the form <semver>+<app version>. Name a branch or a commit with -Dref="));
    }

    String commitOf(String ref) {
        return resolve(Constants.R_TAGS + ref)
                .or(() -> resolve(REMOTE + ref))
                .or(() -> resolve(ref))
                .orElseThrow(() -> new CheckoutException("Looking for '" + ref + "' in recipe '" + recipe
                        + "': no tag, branch or commit is called so. Tags: " + listed(names(Constants.R_TAGS))
                        + "; branches: " + listed(names(REMOTE))));
    }

    private Optional<String> resolve(String revision) {
        try {
            ObjectId commit = repository.resolve(revision + "^{commit}");
            return Optional.ofNullable(commit).map(ObjectId::name);
        } catch (IOException e) {
            throw new CheckoutException("Looking for '" + revision + "' in recipe '" + recipe + "'", e);
        } catch (RevisionSyntaxException e) {
            return Optional.empty();
        }
    }

    private List<String> names(String prefix) {
        try {
            var names = new ArrayList<String>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                names.add(ref.getName().substring(prefix.length()));
            }
            names.remove(Constants.HEAD);
            return names;
        } catch (IOException e) {
            throw new CheckoutException("Reading the refs of recipe '" + recipe + "'", e);
        }
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
