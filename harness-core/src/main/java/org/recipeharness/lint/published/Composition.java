package org.recipeharness.lint.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.recipe.Origin;

/**
 * Compose files merged as docker merges them, with the variables put in and every short form written out.
 *
 * @param optional the file that is merged with those that are always deployed; empty if there is none
 * @param document what they say together
 */
public record Composition(Optional<String> optional, ComposeDocument document) {

    /**
     * Merge the files that a recipe is deployed with, and then each optional file with them.
     *
     * @return what can be merged; the rest has findings of its own
     */
    public static Stream<Composition> all(Published recipe) {
        Stream<Optional<String>> optional = recipe.idleFiles().stream().map(Optional::of);
        return Stream.concat(Stream.of(Optional.<String>empty()), optional)
                .flatMap(file -> of(recipe, recipe.deployedFiles(), file, recipe.variables()).stream());
    }

    /** Merge some files and an optional one; empty if that can't be done. */
    public static Optional<Composition> of(
            Published recipe, List<String> files, Optional<String> optional, Variables variables) {
        String names = String.join(
                ":", Stream.concat(files.stream(), optional.stream()).toList());
        Variables chosen = variables.with("COMPOSE_FILE", names, Origin.of("COMPOSE_FILE"));
        return recipe.merged(chosen).map(document -> new Composition(optional, document));
    }

    /** Return the services whose form can be read. */
    public List<ComposedService> services() {
        Mapping services = document.services();
        return services.entries().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Mapping)
                .map(entry -> new ComposedService(entry.getKey(), (Mapping) entry.getValue()))
                .toList();
    }

    /** Return the keys of the volumes. */
    public Set<String> volumes() {
        return written("volumes").map(volumes -> volumes.entries().keySet()).orElse(Set.of());
    }

    /** Return what stands behind the key of a volume; an empty mapping if nothing does. */
    public Mapping volume(String key) {
        return written("volumes")
                .flatMap(volumes -> volumes.find(key))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(new Mapping(Map.of(), document.root().origin()));
    }

    private Optional<Mapping> written(String kind) {
        return document.root().find(kind).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** Determine if a place is one that only this composition shows: what is always deployed is looked at alone. */
    public boolean shows(Origin origin) {
        return optional.isEmpty() || optional.get().equals(origin.file().replaceFirst("^.*:", ""));
    }
}
