package org.recipeharness.lint.docker;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Thing;

/** Looks for secrets and configs that services use and no file defines. */
public final class DefinedReferences implements Check.OfOne {

    private static final List<String> KINDS = List.of("secret", "config");

    @Override
    public List<Remark> look(Published recipe) {
        return KINDS.stream()
                .flatMap(kind -> recipe.things("services").flatMap(service -> look(recipe, kind, service)))
                .toList();
    }

    private static Stream<Remark> look(Published recipe, String kind, Thing service) {
        // What an optional file defines is not there when the app is deployed without it.
        List<String> defined = recipe.things(kind + "s")
                .filter(thing -> thing.deployed() || !service.deployed())
                .map(Thing::key)
                .distinct()
                .toList();
        return service.written().find(kind + "s").stream()
                .filter(Yaml.Sequence.class::isInstance)
                .flatMap(used -> ((Yaml.Sequence) used).items().stream())
                .flatMap(DefinedReferences::source)
                .filter(source ->
                        !defined.contains(source.text()) && !source.text().contains("$"))
                .map(source -> new Remark(
                        source.origin(),
                        "the service '" + service.key() + "' uses the " + kind + " '" + source.text()
                                + "', which is not defined, so docker refuses the stack; defined are " + defined));
    }

    private static Stream<Scalar> source(Yaml item) {
        if (item instanceof Mapping mapping) {
            return Scalars.at(mapping, "source");
        }
        return item instanceof Scalar scalar ? Stream.of(scalar) : Stream.empty();
    }
}
