package org.recipeharness.lint;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;

/**
 * Looks for images at tags of one form, by the variables of the app.
 *
 * @param form what to look for
 */
record ImageTags(TagForm form) implements Check.OfOne {

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
