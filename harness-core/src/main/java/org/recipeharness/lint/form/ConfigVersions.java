package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.NameVersions;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;

/** Looks for configs whose version does not come to operators with the recipe. */
public final class ConfigVersions implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.things("configs")
                .filter(config -> config.written().find("file").isPresent())
                .flatMap(config -> look(recipe, config))
                .toList();
    }

    /** Gives the references in a thing's name that are not to its stack. */
    public static List<Reference> versions(Thing thing) {
        return SwarmName.written(thing).map(Scalar::text).map(Reference::in).orElse(List.of()).stream()
                .filter(reference -> !Published.STACK_NAME.equals(reference.name()))
                .toList();
    }

    private static Stream<Remark> look(Published recipe, Thing config) {
        List<Reference> versions = versions(config);
        if (versions.isEmpty()) {
            return Stream.of(new Remark(
                    config.origin(),
                    "the config '" + config.key()
                            + "' has no version in its name, so it can never change: swarm refuses to"
                            + " change a config. Write name: ${STACK_NAME}_" + config.key() + "_${"
                            + NameVersions.conventional(config.key()) + "}, and export the variable in abra.sh"));
        }
        return versions.stream()
                .filter(version -> recipe.exports().find(version.name()).isEmpty())
                .filter(version -> version.word().isEmpty() || !version.hasDefault())
                .map(version -> new Remark(
                        config.origin(),
                        "the version " + version.name() + " of the config '" + config.key()
                                + "' is not exported by abra.sh"
                                + (recipe.sample().find(version.name()).isPresent()
                                        ? "; operators have their own copy of .env.sample, so they don't get a new one."
                                        : ".")
                                + " Write 'export " + version.name() + "=v1' there"));
    }
}
