package org.recipeharness.checkout;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recipeharness.recipe.RecipeName;

/** Where recipes are published: one git repository a recipe, below one address. */
public final class Catalogue {

    private final URI address;
    private final Path cache;
    private final Limits limits;
    private final EnvironmentProxies proxies;

    /**
     * Opens a catalogue; nothing is fetched yet. It is asked through the proxy that the JVM was told of, as by
     * {@code -Dhttps.proxyHost}, or else through the one that the environment names, as by {@code https_proxy}.
     *
     * @param address the address below which the repositories lie, such as {@code https://git.coopcloud.tech/coop-cloud};
     *     {@code https:}, {@code http:} or {@code file:}
     * @param cache the folder for clones, shared by all runs; it is made where it is missing
     */
    public Catalogue(URI address, Path cache) {
        this(address, cache, Limits.USUAL, new EnvironmentProxies(System.getenv()));
    }

    Catalogue(URI address, Path cache, Limits limits, EnvironmentProxies proxies) {
        this.address = address;
        this.cache = cache;
        this.limits = limits;
        this.proxies = proxies;
    }

    /**
     * Puts a recipe's files into a folder of their own.
     *
     * @param recipe which recipe
     * @param ref a tag, a branch, a commit (or the beginning of its id), {@code pull/<n>}, or the path of a working tree:
     *     absolute, or beginning with {@code ./}, {@code ../} or {@code ~}; empty for the latest release. A tag wins over a
     *     branch of the same name
     * @param directory where to, not there yet or empty
     * @return the checkout, clean unless it is the copy of a working tree that is not
     * @throws CheckoutException when the catalogue has no such recipe, the recipe has no such ref (known ones are listed), the
     *     repository can't be reached, or the path is not that of a working tree
     * @throws InterruptedException when the thread is interrupted; a server that is silent keeps it for up to 15 s
     */
    public Checkout checkOut(RecipeName recipe, Optional<String> ref, Path directory) throws InterruptedException {
        Optional<WorkingTree> workingTree = ref.flatMap(WorkingTree::named);
        if (workingTree.isPresent()) {
            return workingTree.get().copy(recipe, directory);
        }
        Remote remote = remote(recipe);
        return cache(recipe, remote).use(clone -> {
            Revision revision = new Lookup(recipe, remote).find(ref, clone);
            new RunTree(directory).write(revision.commit(), clone);
            return new Checkout(
                    recipe,
                    directory.toAbsolutePath(),
                    revision.ref(),
                    revision.commit().name(),
                    false,
                    revision.tag());
        });
    }

    /**
     * Looks which commit a ref is now; nothing is written but the clone.
     *
     * @param recipe which recipe
     * @param ref as for {@link #checkOut}
     * @return the full id; empty for the path of a working tree, in which anything may have changed
     * @throws CheckoutException as for {@link #checkOut}
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<String> commit(RecipeName recipe, Optional<String> ref) throws InterruptedException {
        if (ref.flatMap(WorkingTree::named).isPresent()) {
            return Optional.empty();
        }
        Remote remote = remote(recipe);
        return cache(recipe, remote)
                .use(clone -> Optional.of(
                        new Lookup(recipe, remote).find(ref, clone).commit().name()));
    }

    /**
     * Lists what has come to a recipe between two commits.
     *
     * @param recipe which recipe
     * @param good the full id of the earlier commit
     * @param bad the full id of the later one
     * @return those that the later one descends from and the earlier one does not, itself included, the newest first; empty where
     *     one of the two is not published any more
     * @throws CheckoutException when the catalogue has no such recipe, or the repository can't be reached
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Committed> between(RecipeName recipe, String good, String bad) throws InterruptedException {
        return cache(recipe, remote(recipe)).use(clone -> new CommitsBetween(clone).of(good, bad));
    }

    /**
     * Lists a recipe's releases: its tags of the form {@code <semver>+<app version>}.
     *
     * @param recipe which recipe
     * @return the latest first; empty where nothing was released yet
     * @throws CheckoutException when the catalogue has no such recipe, or the repository can't be reached
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Release> releases(RecipeName recipe) throws InterruptedException {
        return cache(recipe, remote(recipe)).use(clone -> new Releases(clone, recipe).all());
    }

    /**
     * Lists all tags of a recipe, whether they are releases or not.
     *
     * @param recipe the recipe's name
     * @return the tags' names, the latest release first
     * @throws CheckoutException when the recipe can't be fetched
     * @throws InterruptedException when this thread is interrupted
     */
    public List<String> tags(RecipeName recipe) throws InterruptedException {
        return cache(recipe, remote(recipe)).use(clone -> new Refs(clone, recipe).tags());
    }

    /**
     * Lists the releases that an app may have run before it comes to a checkout: of a release all older ones, of another commit
     * those that it descends from, or all where it descends from none. A release of the very same content is not among them.
     *
     * @param head what the app comes to
     * @return the latest first; empty where there is nothing to come from
     * @throws CheckoutException when the catalogue has no such recipe, or the repository can't be reached
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Release> releasesBefore(Checkout head) throws InterruptedException {
        RecipeName recipe = head.recipe();
        return cache(recipe, remote(recipe)).use(clone -> new Releases(clone, recipe).before(head));
    }

    /**
     * Tells whether a checkout contains a change: whether the change's commit is that of the checkout, or one that it descends from.
     * Of a working tree, what is committed counts.
     *
     * @param head what may contain it
     * @param change a tag, a branch, a commit (or the beginning of its id) or {@code pull/<n>}, as it is published now
     * @return the answer, with the change's commit
     * @throws CheckoutException when the recipe has no such ref (the nearest and the known ones are listed), the repository can't be
     *     reached, or the working tree is a clone without the history that would tell
     * @throws InterruptedException when the thread is interrupted
     */
    public Containment containment(Checkout head, String change) throws InterruptedException {
        RecipeName recipe = head.recipe();
        Remote remote = remote(recipe);
        return cache(recipe, remote).use(clone -> new Changes(head, new Lookup(recipe, remote)).find(change, clone));
    }

    private Remote remote(RecipeName recipe) {
        return new Remote(RecipeAddress.of(address, recipe), limits, proxies);
    }

    private RecipeCache cache(RecipeName recipe, Remote remote) {
        Path folder = cache.resolve(RecipeAddress.of(address, recipe).catalogueFolder())
                .resolve(recipe.text());
        return new RecipeCache(folder, remote, limits);
    }
}
