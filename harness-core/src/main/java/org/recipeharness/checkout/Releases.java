package org.recipeharness.checkout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipe.RecipeVersion;

/** The releases of one recipe's clone. */
final class Releases {

    private final Repository repository;
    private final Refs refs;

    Releases(Repository repository, RecipeName recipe) {
        this.repository = repository;
        this.refs = new Refs(repository, recipe);
    }

    /** All releases, the latest first. */
    List<Release> all() throws IOException {
        var releases = new ArrayList<Release>();
        for (String tag : refs.tags()) {
            Optional<RecipeVersion> version = RecipeVersion.parse(tag);
            if (version.isPresent()) {
                Revision revision = refs.find("refs/tags/" + tag).orElseThrow();
                releases.add(new Release(tag, version.get(), revision.commit().name(), revision.tag()));
            }
        }
        return releases;
    }

    /** The releases that an app may have run before it comes to a checkout, the latest first. */
    List<Release> before(Checkout head) throws IOException {
        List<Release> others = all().stream()
                .filter(release -> head.dirty() || !release.commit().equals(head.commit()))
                .toList();
        Optional<RecipeVersion> version = head.version();
        if (version.isPresent()) {
            return others.stream()
                    .filter(release -> release.version().compareTo(version.get()) < 0)
                    .toList();
        }
        List<Release> ancestors = ancestors(head.commit(), others);
        // A history that shares nothing with the releases still replaces them.
        return ancestors.isEmpty() ? others : ancestors;
    }

    private List<Release> ancestors(String head, List<Release> releases) throws IOException {
        ObjectId id = ObjectId.fromString(head);
        if (!repository.getObjectDatabase().has(id)) {
            return List.of();
        }
        var ancestors = new ArrayList<Release>();
        try (var walk = new RevWalk(repository)) {
            RevCommit tip = walk.parseCommit(id);
            for (Release release : releases) {
                if (walk.isMergedInto(walk.parseCommit(ObjectId.fromString(release.commit())), tip)) {
                    ancestors.add(release);
                }
            }
        }
        return ancestors;
    }
}
