package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.compose.Variable;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Looks for secrets that are to be made of characters that are not known by this name. */
public final class SecretCharsets implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.sample().all().stream()
                .filter(variable -> SecretForm.isVersionVariable(variable.name()))
                .flatMap(SecretCharsets::look)
                .toList();
    }

    private static Stream<Remark> look(Variable version) {
        List<String> unknown = SecretForm.unknownCharsets(version);
        return unknown.isEmpty()
                ? Stream.empty()
                : Stream.of(new Remark(
                        version.origin(),
                        unknown.stream().collect(Collectors.joining("', '", "'", "'"))
                                + " is no known charset of a secret, so letters and digits are made in its place. Known are "
                                + String.join(", ", SecretForm.CHARSETS) + ", and lists of them with commas between"));
    }
}
