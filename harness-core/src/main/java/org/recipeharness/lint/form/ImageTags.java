package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;

/**
 * Looks for images at tags of one form, by the variables of the app.
 *
 * @param form what to look for
 */
public record ImageTags(TagForm form) implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.things("services")
                .flatMap(service -> Scalars.at(service.written(), "image"))
                .flatMap(image -> look(recipe, image))
                .toList();
    }

    private Stream<Remark> look(Published recipe, Scalar image) {
        return recipe.resolved(image).stream()
                .filter(name -> TagForm.of(name) == form)
                .map(name -> new Remark(image.origin(), "the image " + name + " " + form.text()));
    }
}
