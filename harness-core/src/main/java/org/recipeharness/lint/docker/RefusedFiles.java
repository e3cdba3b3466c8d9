package org.recipeharness.lint.docker;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.recipe.Origin;

/**
 * Asks docker whether it accepts the compose files: those that the app is deployed by, and each optional one with them.
 *
 * <p>Optional files are not put together with each other, as they often exclude each other.
 */
public final class RefusedFiles implements Check.OfDocker {

    @Override
    public List<Remark> look(Published recipe, StackConfig docker) {
        Set<Origin> known = new HashSet<>();
        new RenderedDocument().look(recipe).forEach(remark -> known.add(remark.origin()));
        var questions = new Questions(recipe, docker);
        if (!recipe.deployedFiles().isEmpty()) {
            questions.ask(recipe.deployedFiles());
            recipe.idleFiles()
                    .forEach(file -> questions.ask(Stream.concat(recipe.deployedFiles().stream(), Stream.of(file))
                            .toList()));
        }
        List<String> files =
                recipe.composeFiles().stream().map(ComposeText::name).toList();
        return questions.remarks().stream()
                .filter(remark -> !known.contains(remark.origin()))
                .distinct()
                // Docker chooses one of several refused fields by chance.
                .sorted(Comparator.comparing(
                                (Remark remark) -> files.indexOf(remark.origin().file()))
                        .thenComparing(remark -> remark.origin().line())
                        .thenComparing(Remark::text))
                .toList();
    }
}
