package org.recipeharness.checkout;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.recipeharness.recipe.RecipeName;

/** The commits of one recipe's clone. */
final class Commits {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{4,40}");

    private final Repository repository;
    private final RecipeName recipe;

    Commits(Repository repository, RecipeName recipe) {
        this.repository = repository;
        this.recipe = recipe;
    }

    /**
     * Finds a commit.
     *
     * @param id its id, or the beginning of it: four digits or more
     * @return empty where there is none
     * @throws CheckoutException when several begin so
     */
    Optional<Revision> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var found = new TreeSet<ObjectId>();
        try (var walk = new RevWalk(repository)) {
            for (ObjectId object : walk.getObjectReader().resolve(AbbreviatedObjectId.fromString(id))) {
                if (walk.peel(walk.parseAny(object)) instanceof RevCommit commit) {
                    found.add(commit.copy());
                }
            }
        }
        if (found.size() > 1) {
            throw new CheckoutException("Looking for the commit '" + id + "' in recipe '" + recipe + "': "
                    + found.size() + " begin so: "
                    + String.join(", ", found.stream().map(ObjectId::name).toList()) + ". Write more of its digits");
        }
        return found.stream().findFirst().map(commit -> new Revision(id, commit, TagKind.NONE));
    }
}
