package org.recipeharness.lint.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.recipe.Origin;

/**
 * A service as all compose files of a recipe describe it together.
 *
 * @param name its name
 * @param pieces what each file says of it; one at least, later ones adding to earlier ones
 */
public record ServiceText(String name, List<Thing> pieces) {

    public Origin origin() {
        return pieces.get(0).origin();
    }

    public boolean has(String field) {
        return pieces.stream().anyMatch(piece -> piece.written().find(field).isPresent());
    }

    /** Tells whether any file gives the service a field that is neither an empty list nor an empty mapping. */
    public boolean hasSome(String field) {
        return pieces.stream()
                .flatMap(piece -> piece.written().find(field).stream())
                .anyMatch(value -> Scalars.in(value).findAny().isPresent());
    }

    public Stream<Yaml> values(String field) {
        return pieces.stream().flatMap(piece -> piece.written().find(field).stream());
    }

    /** Gives the labels that the service will carry on the swarm; a label of a later file wins. */
    public Map<String, Label> labels() {
        var labels = new TreeMap<String, Label>();
        writtenLabels().flatMap(Label::in).forEach(label -> labels.put(label.name(), label));
        return labels;
    }

    /** Gives the labels that the files which the app is deployed by give it; a label of a later file wins. */
    public Map<String, Label> deployedLabels() {
        return new ServiceText(name, pieces.stream().filter(Thing::deployed).toList()).labels();
    }

    public boolean hasLabels() {
        return writtenLabels().findAny().isPresent();
    }

    private Stream<Yaml> writtenLabels() {
        return pieces.stream().flatMap(piece -> labels(piece.written()).stream());
    }

    private static Optional<Yaml> labels(Mapping service) {
        return service.mapping("deploy").find("labels");
    }
}
