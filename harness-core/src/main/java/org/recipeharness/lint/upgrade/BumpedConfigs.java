package org.recipeharness.lint.upgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Reference;
import org.recipeharness.lint.form.ConfigVersions;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.RecipeFile;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;

/** Compares the contents of configs and secrets that have the same name in two releases; swarm refuses to change either. */
public final class BumpedConfigs implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        return Stream.of("configs", "secrets")
                .flatMap(kind -> head.things(kind)
                        .flatMap(thing -> base.things(kind)
                                .filter(older -> haveOneName(thing, head, older, base))
                                .limit(1)
                                .flatMap(older -> look(thing, head, older, base))))
                .toList();
    }

    private static boolean haveOneName(Thing thing, Published head, Thing older, Published base) {
        var operator = new Operator(head, base);
        Optional<String> name = SwarmName.of(thing, operator.after());
        return name.isPresent() && name.equals(SwarmName.of(older, operator.before()));
    }

    private static Stream<Remark> look(Thing thing, Published head, Thing older, Published base) {
        Optional<String> file = file(thing, head);
        Optional<String> olderFile = file(older, base);
        if (file.isEmpty() || olderFile.isEmpty()) {
            return Stream.empty();
        }
        Optional<byte[]> content = RecipeFile.content(file.get(), head);
        Optional<byte[]> olderContent = RecipeFile.content(olderFile.get(), base);
        if (content.isEmpty() || olderContent.isEmpty() || Arrays.equals(content.get(), olderContent.get())) {
            return Stream.empty();
        }
        return Stream.of(new Remark(
                thing.origin(),
                file.get() + " differs from " + base.asBase(olderFile.get()) + ", but '" + thing.key()
                        + "' has the same name on the swarm, and swarm refuses to change it. " + advice(thing, head)));
    }

    private static String advice(Thing thing, Published head) {
        List<Reference> versions = ConfigVersions.versions(thing);
        if (versions.isEmpty()) {
            return "Put a version into its name";
        }
        String names = versions.stream().map(Reference::name).distinct().collect(Collectors.joining(" or "));
        boolean exported = versions.stream()
                .anyMatch(version -> head.exports().find(version.name()).isPresent());
        return exported
                ? "Raise " + names + " in abra.sh"
                : "Raise " + names + " by exporting it in abra.sh: operators have their own copy of .env.sample";
    }

    private static Optional<String> file(Thing thing, Published recipe) {
        return Scalars.at(thing.written(), "file").findFirst().flatMap(file -> RecipeFile.path(file, recipe));
    }
}
