package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import org.recipeharness.lint.docker.HostAccess;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.trust.Accesses;

/** Names what a recipe may do on the host and to other stacks that the release before could not. */
public final class MoreHostAccess implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        Optional<Accesses> after = HostAccess.of(head);
        Optional<Accesses> before = HostAccess.of(base);
        if (after.isEmpty() || before.isEmpty()) {
            return List.of();
        }
        return after.get().beyond(before.get()).stream()
                .filter(access -> access.reach().isRefused())
                .map(access -> new Remark(
                        access.origin(),
                        access.inWords() + ", which " + base.checkout().ref() + " does not. Its rating was "
                                + before.get().rating() + " of 6, and is "
                                + after.get().rating()
                                + ". Say in the release notes why it needs this"))
                .toList();
    }
}
