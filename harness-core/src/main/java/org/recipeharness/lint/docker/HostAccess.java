package org.recipeharness.lint.docker;

import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.trust.Accesses;

/** Names what a recipe may do on the host and to other stacks. */
public final class HostAccess implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return of(recipe).map(HostAccess::remarks).orElse(List.of());
    }

    private static List<Remark> remarks(Accesses found) {
        return found.all().stream()
                .filter(access -> access.reach().isRefused())
                .map(access -> new Remark(
                        access.origin(),
                        access.inWords() + ". The recipe as a whole is rated " + found.rating() + " of 6"))
                .toList();
    }

    /**
     * Look for what a recipe's deployed files ask for.
     *
     * @param recipe the recipe
     * @return it; empty if its files cannot be put together, which is a finding of its own
     */
    public static Optional<Accesses> of(Published recipe) {
        try {
            return Optional.of(Accesses.of(
                    recipe.files().document(recipe.variables()),
                    recipe.variables(),
                    recipe.checkout().directory()));
        } catch (ComposeException e) {
            return Optional.empty();
        }
    }
}
