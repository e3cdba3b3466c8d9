package org.recipeharness.deployment;

import java.util.List;
import java.util.Optional;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.checkout.Release;
import org.recipeharness.compose.Variables;
import org.recipeharness.lint.StaticLook;
import org.recipeharness.lint.published.Published;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the head's files before they are deployed, and compares them with those of the release before. */
public final class FilesLook {

    private static final Logger LOG = LoggerFactory.getLogger(FilesLook.class);

    private final RunSources sources;
    private final Variables edited;

    public FilesLook(RunSources sources, Variables edited) {
        this.sources = sources;
        this.edited = edited;
    }

    /** Compares with the nearest older release. */
    public Findings atHead() throws InterruptedException {
        List<Release> before = list(sources::before);
        return before.isEmpty() ? look(Optional.empty()) : look(Optional.of(sources.release(before.get(0))));
    }

    /** Compares with the release that is upgraded from. */
    public Findings comingFrom(Checkout base) throws InterruptedException {
        return look(Optional.of(base));
    }

    private Findings look(Optional<Checkout> base) throws InterruptedException {
        List<Release> all = list(sources::all);
        // Where there is a release, the other tags say nothing of the recipe.
        List<String> tags = all.isEmpty() ? list(sources::tags) : List.of();
        Published head = Published.read(sources.head(), edited, all, tags);
        var findings = new Findings(new StaticLook()
                .look(head, base.map(from -> Published.read(from, edited, List.of(), List.of()))));
        findings.all().forEach(finding -> LOG.info("Found in the recipe's files: {}", finding));
        return findings;
    }

    /** A working tree can be of a recipe that is not published yet; that nothing can be compared is no reason not to deploy it. */
    private static <T> List<T> list(Listing<T> listing) throws InterruptedException {
        try {
            return listing.list();
        } catch (CheckoutException e) {
            LOG.warn("Its releases are not known, so its files are compared with none: {}", e.getMessage());
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Listing<T> {
        List<T> list() throws InterruptedException;
    }
}
