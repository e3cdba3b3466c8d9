package org.recipeharness.checkout;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.recipeharness.recipe.RecipeName;

/** A process of its own that checks out the latest release of a recipe, prints the commit, and ends. */
final class CheckoutProcess {

    private CheckoutProcess() {}

    /**
     * Checks out.
     *
     * @param arguments the catalogue's address, the cache, the recipe, the directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        Checkout checkout = new Catalogue(URI.create(arguments[0]), Path.of(arguments[1]))
                .checkOut(new RecipeName(arguments[2]), Optional.empty(), Path.of(arguments[3]));
        System.out.println(checkout.commit());
    }

    static Process start(URI catalogue, Path cache, String recipe, Path directory) throws IOException {
        return JavaProcess.start(
                CheckoutProcess.class, catalogue.toString(), cache.toString(), recipe, directory.toString());
    }
}
