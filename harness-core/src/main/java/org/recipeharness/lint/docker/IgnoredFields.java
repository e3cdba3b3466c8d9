package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recipeharness.lint.form.Dependencies;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Thing;

/** Looks for fields that {@code docker stack deploy} accepts and ignores; each field once in a file, with its services. */
public final class IgnoredFields implements Check.OfOne {

    private static final int MOST_SERVICES = 5;

    @Override
    public List<Remark> look(Published recipe) {
        List<Remark> unknown = new Dependencies().look(recipe);
        return recipe.composeFiles().stream()
                .flatMap(file -> look(recipe, file))
                .filter(remark -> unknown.stream()
                        .noneMatch(known -> remark.text().contains("'depends_on'")
                                && known.origin().file().equals(remark.origin().file())))
                .toList();
    }

    private static Stream<Remark> look(Published recipe, ComposeText file) {
        var uses = new LinkedHashMap<IgnoredField, List<Use>>();
        for (Thing service : file.things("services")) {
            for (IgnoredField ignored : IgnoredField.values()) {
                ignored.in(recipe, service)
                        .forEach(field -> uses.computeIfAbsent(ignored, same -> new ArrayList<>())
                                .add(new Use(service.key(), field)));
            }
        }
        return uses.entrySet().stream().map(IgnoredFields::remark);
    }

    private static Remark remark(Map.Entry<IgnoredField, List<Use>> uses) {
        List<String> services =
                uses.getValue().stream().map(Use::service).distinct().toList();
        String named = services.size() == 1
                ? "the service '" + services.get(0) + "'"
                : services.size() <= MOST_SERVICES
                        ? "the services " + services
                        : "the services " + services.subList(0, MOST_SERVICES) + " and "
                                + (services.size() - MOST_SERVICES) + " more";
        IgnoredField field = uses.getKey();
        Severity severity = field.severity();
        return new Remark(
                        uses.getValue().get(0).field().value().origin(),
                        "swarm ignores " + field + " of " + named + ". " + field.advice())
                .as(severity);
    }

    /** A field of a service that swarm ignores. */
    private record Use(String service, FieldPath field) {}
}
