package org.recipeharness.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a catalogue offers, as far as it can be told: a folder can be listed, a forge can't without knowing its make. */
final class PublishedRecipes {

    private final URI catalogue;

    PublishedRecipes(URI catalogue) {
        this.catalogue = catalogue;
    }

    String advice() {
        if (!"file".equals(catalogue.getScheme())) {
            return "Is the name right? The catalogue's address is set by -Dharness.catalogue";
        }
        List<String> known = names();
        return known.isEmpty()
                ? "No recipe is published there; the catalogue's address is set by -Dharness.catalogue"
                : "Recipes known there: " + String.join(", ", known);
    }

    private List<String> names() {
        Path folder = Path.of(catalogue);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PublishedRecipes::isRepository)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the recipes of " + catalogue, e);
        }
    }

    private static boolean isRepository(Path entry) {
        return Files.exists(entry.resolve("HEAD")) || Files.exists(entry.resolve(".git"));
    }
}
