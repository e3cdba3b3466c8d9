package org.recipeharness.deployment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.checkout.Catalogue;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.checkout.Containment;
import org.recipeharness.checkout.Release;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/** What a run deploys: the head under test, and the releases before it. Each is checked out once, into a folder of the run. */
public final class RunSources {

    private final RecipeName recipe;
    private final Catalogue catalogue;
    private final Optional<String> ref;
    private final Path folder;
    private final Map<String, Checkout> former = new HashMap<>();
    private final Map<String, Containment> containments = new HashMap<>();
    // Read by whoever tells of the run as well, from another thread.
    private volatile Optional<Checkout> head = Optional.empty();
    private Optional<List<Release>> before = Optional.empty();
    private Optional<List<Release>> all = Optional.empty();

    public RunSources(RecipeName recipe, Settings settings, Path folder) {
        this.recipe = recipe;
        this.catalogue = new Catalogue(settings.catalogue(), settings.cache());
        this.ref = settings.text(Setting.REF);
        this.folder = folder;
    }

    public Checkout head() throws InterruptedException {
        if (head.isEmpty()) {
            head = Optional.of(catalogue.checkOut(recipe, ref, folder.resolve("checkout")));
        }
        return head.get();
    }

    /** The head, where it is checked out already. */
    public Optional<Checkout> knownHead() {
        return head;
    }

    /** The releases that an app may have run before it comes to the head, the latest first. */
    public List<Release> before() throws InterruptedException {
        if (before.isEmpty()) {
            before = Optional.of(catalogue.releasesBefore(head()));
        }
        return before.get();
    }

    /** All releases, the latest first. */
    public List<Release> all() throws InterruptedException {
        if (all.isEmpty()) {
            all = Optional.of(catalogue.releases(recipe));
        }
        return all.get();
    }

    /** All tags, whether they are releases or not. */
    public List<String> tags() throws InterruptedException {
        return catalogue.tags(recipe);
    }

    /** Whether the head contains a change; looked up once. */
    public Containment containment(String change) throws InterruptedException {
        Containment known = containments.get(change);
        if (known == null) {
            known = catalogue.containment(head(), change);
            containments.put(change, known);
        }
        return known;
    }

    public Checkout release(Release release) throws InterruptedException {
        return former("refs/tags/" + release.tag(), release.tag().replace('/', '_'));
    }

    /**
     * What a canonical was made of, whatever it is called now.
     *
     * @throws UnverifiedException when it is not published any more
     */
    public Checkout canonical(GoodVersion version) throws InterruptedException {
        try {
            return former(version.commit(), version.commit());
        } catch (CheckoutException e) {
            throw new UnverifiedException(
                    "the canonical " + version.ref() + " of " + recipe
                            + " is at a commit that the catalogue"
                            + " does not have any more, so it could not be brought back. Was its history rewritten? To"
                            + " begin anew, without its data: -Dharness.canonical-rebuild=" + recipe + ". "
                            + e.getMessage(),
                    List.of(e));
        }
    }

    private Checkout former(String ref, String folderName) throws InterruptedException {
        Checkout known = former.get(ref);
        if (known != null) {
            return known;
        }
        Checkout checkout = catalogue.checkOut(recipe, Optional.of(ref), folder.resolve("from-" + folderName));
        former.put(ref, checkout);
        return checkout;
    }
}
