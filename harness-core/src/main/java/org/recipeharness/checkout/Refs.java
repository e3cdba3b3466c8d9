package org.recipeharness.checkout;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.recipeharness.recipe.NearReleases;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipe.RecipeVersion;
import org.recipeharness.recipe.ReleaseOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tags and branches of one recipe's clone. */
final class Refs {

    private static final Logger LOG = LoggerFactory.getLogger(Refs.class);

    private final Repository repository;
    private final RecipeName recipe;

    Refs(Repository repository, RecipeName recipe) {
        this.repository = repository;
        this.recipe = recipe;
    }

    Revision latestRelease() throws IOException {
        List<String> tags = tags();
        String latest = tags.stream()
                .filter(tag -> RecipeVersion.parse(tag).isPresent())
                .findFirst()
                .orElseThrow(() -> new CheckoutException("Looking for the latest release of recipe '" + recipe
                        + "': it has no tag of the form <semver>+<app version>"
                        + (tags.isEmpty() ? "" : "; " + NearReleases.explained(tags))
                        + ". Name a branch or a commit with -Dref="));
        return find(Constants.R_TAGS + latest).orElseThrow();
    }

    /**
     * Finds a tag or a branch.
     *
     * @param name a tag or a branch, or its full name such as {@code refs/heads/main}
     * @return empty where there is none
     */
    Optional<Revision> find(String name) throws IOException {
        Optional<Ref> tag = exact(Constants.R_TAGS, name);
        Optional<Ref> branch = exact(Constants.R_HEADS, name);
        if (tag.isPresent() && branch.isPresent()) {
            LOG.info(
                    "'{}' is a tag and a branch of recipe '{}': the tag is taken. The branch can be had as {}",
                    name,
                    recipe,
                    branch.get().getName());
        }
        Optional<Ref> found = tag.or(() -> branch);
        return found.isPresent() ? Optional.of(revision(found.get())) : Optional.empty();
    }

    private Optional<Ref> exact(String prefix, String name) throws IOException {
        String full = name.startsWith(prefix) ? name : prefix + name;
        // JGit would read any file that the name leads to.
        return Repository.isValidRefName(full) ? Optional.ofNullable(repository.exactRef(full)) : Optional.empty();
    }

    private Revision revision(Ref ref) throws IOException {
        String name = Repository.shortenRefName(ref.getName());
        try (var walk = new RevWalk(repository)) {
            RevObject target = walk.parseAny(ref.getObjectId());
            RevObject peeled = walk.peel(target);
            if (!(peeled instanceof RevCommit)) {
                throw new CheckoutException("Looking for '" + name + "' in recipe '" + recipe + "': it points to a "
                        + Constants.typeString(peeled.getType()) + ", expected a commit");
            }
            TagKind kind = target instanceof RevTag ? TagKind.ANNOTATED : TagKind.LIGHTWEIGHT;
            return new Revision(name, peeled.copy(), ref.getName().startsWith(Constants.R_TAGS) ? kind : TagKind.NONE);
        }
    }

    /** All tags, the latest release first. */
    List<String> tags() throws IOException {
        return names(Constants.R_TAGS, ReleaseOrder.OLDEST_FIRST.reversed());
    }

    /** All branches by name. */
    List<String> branches() throws IOException {
        return names(Constants.R_HEADS, Comparator.naturalOrder());
    }

    private List<String> names(String prefix, Comparator<String> order) throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(prefix).stream()
                .map(ref -> ref.getName().substring(prefix.length()))
                .sorted(order)
                .toList();
    }
}
