package org.recipeharness.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipe.RecipeVersion;

/** Finds the releases that an upgrade may come from. */
public final class Bases {

    private final RunSources sources;

    public Bases(RunSources sources) {
        this.sources = sources;
    }

    /** Each older release by itself, the oldest first, so that the last upgrade is from the nearest one. */
    public List<Base> all() throws InterruptedException {
        var all = new ArrayList<Base>();
        sources.before().forEach(release -> all.add(0, new Base.Named(release.tag())));
        if (all.isEmpty()) {
            throw nothingOlder(sources.head());
        }
        return all;
    }

    /**
     * Finds the releases that are to be tried, the first one first.
     *
     * @throws NotApplicableException when there is no older release
     * @throws UnverifiedException when the base is the head
     * @throws IllegalArgumentException when there is no release of that name, or it is a newer one
     */
    public List<Release> candidates(Base base) throws InterruptedException {
        Checkout head = sources.head();
        if (base instanceof Base.Named named) {
            return List.of(named(named.tag(), head));
        }
        List<Release> before = sources.before();
        if (before.isEmpty()) {
            throw nothingOlder(head);
        }
        return before;
    }

    private Release named(String tag, Checkout head) throws InterruptedException {
        List<Release> all = sources.all();
        Release release = all.stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Looking for the release '" + tag
                        + "' of -Dfrom=: recipe '" + head.recipe() + "' has none of that name. Its releases: "
                        + all.stream().map(Release::tag).collect(Collectors.joining(", "))));
        if (release.commit().equals(head.commit()) && !head.dirty()) {
            throw new UnverifiedException(
                    "the base " + tag + " and the head " + head
                            + " are the same commit, so an upgrade would show nothing. Choose another one with -Dfrom= or -Dref=");
        }
        Optional<RecipeVersion> version = head.version();
        if (version.isPresent() && release.version().compareTo(version.get()) > 0) {
            throw new IllegalArgumentException("Upgrading to " + head + ": the base " + tag
                    + " is newer, which would be a downgrade. Choose an older one with -Dfrom=");
        }
        return release;
    }

    private static NotApplicableException nothingOlder(Checkout head) {
        return new NotApplicableException(
                "no release is older than " + head + ", so there is nothing that an upgrade could come from");
    }
}
