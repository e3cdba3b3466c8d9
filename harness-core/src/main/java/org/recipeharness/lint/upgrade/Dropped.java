package org.recipeharness.lint.upgrade;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.External;

/**
 * Looks for what an older release had and a newer one has not, or has under another name.
 *
 * <p>What the older release is deployed with counts as gone if no file that an operator's {@code COMPOSE_FILE} names has it.
 *
 * @param kind of what
 */
public record Dropped(Kind kind) implements Check.OfUpgrade {

    /** What is left behind on the swarms of operators. */
    public enum Kind {
        VOLUME("volume", "its data stays behind under the old name, and the app starts without it"),
        SERVICE(
                "service",
                "abra removes no service that is gone from a recipe, so it keeps running beside the new ones"),
        SECRET("secret", "nothing hands its value on to another one");

        private final String noun;
        private final String consequence;

        Kind(String noun, String consequence) {
            this.noun = noun;
            this.consequence = consequence;
        }
    }

    @Override
    public List<Remark> look(Published head, Published base) {
        var operator = new Operator(head, base);
        Map<String, Named> before = named(base, base.deployedFiles(), operator.before());
        Map<String, Named> after = named(head, operator.files(), operator.after());
        return before.entrySet().stream()
                .filter(entry -> !isThere(entry.getKey(), entry.getValue(), after))
                .map(Map.Entry::getValue)
                .filter(gone -> !gone.foreign() || isReplaced(gone, after))
                .map(gone ->
                        remark(gone, added(gone, after, before), Optional.ofNullable(after.get(gone.identity())), base))
                .toList();
    }

    /** What is deployed must stay deployed; for what an optional file has, any file will do. */
    private static boolean isThere(String identity, Named before, Map<String, Named> after) {
        Named now = after.get(identity);
        return now != null && (now.deployed() || !before.deployed());
    }

    /** The volume of another stack stays with that stack; it counts only if the app gets another one in its place. */
    private static boolean isReplaced(Named gone, Map<String, Named> after) {
        return after.values().stream()
                .anyMatch(now -> now.thing().key().equals(gone.thing().key()));
    }

    private Map<String, Named> named(Published recipe, List<String> files, Variables variables) {
        var all = new LinkedHashMap<String, Named>();
        recipe.things(kind.noun + "s")
                .map(thing -> named(thing, recipe, files, variables))
                .sorted(Comparator.comparing((Named each) -> !each.deployed()))
                .forEach(each -> all.putIfAbsent(each.identity(), each));
        return all;
    }

    private Named named(Thing thing, Published recipe, List<String> files, Variables variables) {
        boolean deployed = files.contains(thing.origin().file());
        if (kind != Kind.VOLUME) {
            // The name of a secret changes with its version.
            return new Named(thing, deployed, false, thing.key(), thing.key());
        }
        Thing naming = recipe.things("volumes")
                .filter(piece -> piece.key().equals(thing.key()))
                .filter(piece ->
                        piece.equals(thing) || files.contains(piece.origin().file()))
                .filter(piece -> SwarmName.written(piece).isPresent())
                .reduce((first, next) -> next)
                .orElse(thing);
        String shown = SwarmName.written(naming).map(Scalar::text).orElse(thing.key());
        return new Named(
                thing,
                deployed,
                External.is(naming.written()),
                SwarmName.of(naming, variables).orElse(shown),
                shown);
    }

    /** What is new in the file that a thing was dropped from may be the same thing. */
    private static List<String> added(Named gone, Map<String, Named> after, Map<String, Named> before) {
        return after.values().stream()
                .filter(now -> !before.containsKey(now.identity()))
                .filter(now -> now.file().equals(gone.file()))
                .map(Named::shown)
                .toList();
    }

    private Remark remark(Named gone, List<String> added, Optional<Named> idle, Published base) {
        Origin origin = base.asBase(gone.thing().origin());
        if (idle.isPresent()) {
            return new Remark(
                    origin,
                    "the " + kind.noun + " '" + gone.shown() + "' is now only in "
                            + idle.get().file()
                            + ", which COMPOSE_FILE of operators does not name: " + kind.consequence
                            + ". Define it in a file that they deploy, or tell them in the release notes to add this one");
        }
        String lost = "the " + kind.noun + " '" + gone.shown() + "' is no longer there";
        if (kind == Kind.SECRET && added.isEmpty()) {
            return new Remark(origin, lost + "; it stays on the swarms of operators until they remove it")
                    .as(Severity.NOTE);
        }
        return new Remark(
                origin,
                lost + (added.isEmpty() ? "" : " (new are " + added + ": was it renamed?)") + ": " + kind.consequence
                        + ". Keep the name, or tell operators in the release notes what to do");
    }

    /**
     * A thing, and what it is told apart by.
     *
     * @param thing the thing
     * @param deployed whether an operator's {@code COMPOSE_FILE} names its file
     * @param foreign whether it is a volume of somebody else
     * @param identity the name on the swarm for a volume; otherwise its key
     * @param shown the name that a maintainer knows
     */
    private record Named(Thing thing, boolean deployed, boolean foreign, String identity, String shown) {

        String file() {
            return thing.origin().file();
        }
    }
}
