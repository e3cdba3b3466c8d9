package org.recipeharness.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.fault.Party;

/**
 * One cause by which several recipes are red in one night.
 *
 * @param cause in the words that they have in common
 * @param recipes their names, two at least
 * @param kind whose the fault is; empty where they were not judged, or not alike
 */
public record NightIncident(Cause cause, List<String> recipes, Optional<Verdict.Kind> kind) {

    public NightIncident {
        recipes = List.copyOf(recipes);
    }

    /**
     * Finds what several recipes have in common.
     *
     * @param fallen the red recipes
     * @return the incidents, those of most recipes first
     */
    public static List<NightIncident> among(List<Fallen> fallen) {
        Map<Cause, Map<String, Optional<Verdict.Kind>>> byCause = new LinkedHashMap<>();
        for (Fallen each : fallen) {
            causes(each)
                    .forEach(cause -> byCause.computeIfAbsent(cause, key -> new LinkedHashMap<>())
                            .putIfAbsent(each.recipe(), each.kind()));
        }
        var found = new ArrayList<NightIncident>();
        byCause.forEach((cause, recipes) -> {
            if (recipes.size() > 1) {
                found.add(new NightIncident(cause, List.copyOf(recipes.keySet()), common(recipes)));
            }
        });
        found.sort((one, other) ->
                Integer.compare(other.recipes().size(), one.recipes().size()));
        return found;
    }

    private static Set<Cause> causes(Fallen fallen) {
        return fallen.reds().stream()
                .filter(red -> !red.follows())
                .map(red -> cause(red, fallen.recipe()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is nobody's among recipes is one thing, whichever recipe it has hit. */
    private static Cause cause(Red red, String recipe) {
        Cause cause = Cause.of(red.cause());
        return red.party() == Party.EXTERNAL || red.party() == Party.HARNESS ? cause.without(recipe) : cause;
    }

    private static Optional<Verdict.Kind> common(Map<String, Optional<Verdict.Kind>> recipes) {
        Set<Optional<Verdict.Kind>> kinds = Set.copyOf(recipes.values());
        return kinds.size() == 1 ? kinds.iterator().next() : Optional.empty();
    }
}
