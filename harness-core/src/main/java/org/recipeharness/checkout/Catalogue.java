package org.recipeharness.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.InvalidRemoteException;
import org.recipeharness.recipe.RecipeName;

/** Where recipes are published: one git repository a recipe, below one address. */
public final class Catalogue {

    private static final int TRANSFER_TIMEOUT_SECONDS = 60;

    private final URI address;

    /**
     * Opens a catalogue; nothing is fetched yet.
     *
     * @param address the address below which the repositories lie, such as {@code https://git.coopcloud.tech/coop-cloud}; {@code https:}, {@code http:} or
     *     {@code file:}
     */
    public Catalogue(URI address) {
        this.address = address;
    }

    /**
     * Checks a recipe out into a work tree of its own.
     *
     * @param recipe which recipe
     * @param ref a tag, a branch or a commit; empty for the latest release
     * @param directory where to, not there yet or empty
     * @return the checkout, clean
     * @throws CheckoutException when the catalogue has no such recipe, the recipe has no such ref (known ones are listed), or
     *     the repository can't be reached
     */
    public Checkout checkOut(RecipeName recipe, Optional<String> ref, Path directory) {
        String repository = address.toString().replaceAll("/+$", "") + "/" + recipe;
        // No clone: its housekeeping goes on in the background, and still writes when the folder is removed.
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.getRepository().getConfig().setBoolean("gc", null, "autoDetach", false);
            git.fetch()
                    .setRemote(repository)
                    .setRefSpecs(Refs.BRANCHES, Refs.TAGS)
                    .setTimeout(TRANSFER_TIMEOUT_SECONDS)
                    .call();
            var refs = new Refs(git, recipe);
            String chosen = ref.orElseGet(refs::latestRelease);
            String commit = refs.commitOf(chosen);
            git.checkout().setName(commit).setForced(true).call();
            return new Checkout(recipe, directory.toAbsolutePath(), chosen, commit, false);
        } catch (InvalidRemoteException e) {
            throw new CheckoutException(
                    "Fetching recipe '" + recipe + "' from " + repository + ": there is no git repository. " + advice(),
                    e);
        } catch (GitAPIException e) {
            throw new CheckoutException(
                    "Fetching recipe '" + recipe + "' from " + repository + ": " + e.getMessage() + ". " + advice(), e);
        }
    }

    private String advice() {
        if (!"file".equals(address.getScheme())) {
            return "Is the name right, and is the catalogue reachable? Its address is set by -Dharness.catalogue";
        }
        List<String> known = published();
        return known.isEmpty()
                ? "No recipe is published there; the catalogue's address is set by -Dharness.catalogue"
                : "Recipes known there: " + String.join(", ", known);
    }

    private List<String> published() {
        Path folder = Path.of(address);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Catalogue::isRepository)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the recipes of " + address, e);
        }
    }

    private static boolean isRepository(Path entry) {
        return Files.exists(entry.resolve("HEAD")) || Files.exists(entry.resolve(".git"));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
