package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Compares the version of the compose format with the one that abra expects. */
public final class ComposeFormat implements Check.OfOne {

    private static final String EXPECTED = "3.8";

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.composeFiles().stream().flatMap(this::look).toList();
    }

    private Stream<Remark> look(ComposeText file) {
        Yaml version = file.root().find("version").orElse(file.root());
        boolean expected = version instanceof Scalar scalar && EXPECTED.equals(scalar.text());
        return expected
                ? Stream.empty()
                : Stream.of(new Remark(
                        version.origin(),
                        (version instanceof Scalar scalar
                                        ? "the compose format is '" + scalar.text() + "'"
                                        : "no version of the compose format is given")
                                + ", abra expects version: \"" + EXPECTED + "\""));
    }
}
