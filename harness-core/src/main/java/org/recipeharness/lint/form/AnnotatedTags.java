package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.checkout.Release;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.Origin;

/** Looks for releases that abra does not deploy by their tag. */
public final class AnnotatedTags implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        List<String> lightweight = recipe.releases().stream()
                .filter(release -> release.kind() == TagKind.LIGHTWEIGHT)
                .map(Release::tag)
                .toList();
        return lightweight.isEmpty()
                ? List.of()
                : List.of(
                        new Remark(
                                Origin.of("the tags of " + recipe.checkout().recipe()),
                                "not annotated: " + String.join(", ", lightweight)
                                        + ". abra deploys no release of a recipe with such a tag. Make them anew with 'git tag -a'"));
    }
}
