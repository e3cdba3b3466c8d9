package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.Origin;

/** Looks for what the engine refuses in files that docker reads: in the deployed files, and in each optional one with them. */
public final class RefusedStack implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        List<String> deployed = recipe.deployedFiles();
        var remarks = new ArrayList<Remark>(look(recipe, deployed));
        for (String optional : recipe.idleFiles()) {
            remarks.addAll(look(
                    recipe,
                    Stream.concat(deployed.stream(), Stream.of(optional)).toList()));
        }
        return remarks.stream().distinct().toList();
    }

    private static List<Remark> look(Published recipe, List<String> files) {
        ComposeDocument document;
        try {
            document = recipe.files()
                    .document(recipe.variables()
                            .with("COMPOSE_FILE", String.join(":", files), Origin.of(Published.ENV_SAMPLE)));
        } catch (ComposeException e) {
            // The rule "unrenderable" reports it, or an operator has yet to set a variable of an optional file.
            return List.of();
        }
        return Stream.of(
                        PublishedPorts.look(document),
                        ServiceMounts.look(document),
                        EngineValues.look(document),
                        EngineNames.look(document, recipe.variables()),
                        FileSizes.look(document))
                .flatMap(List::stream)
                .toList();
    }
}
