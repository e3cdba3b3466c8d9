package org.recipeharness.lint.upgrade;

import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.ImageVersion;

/**
 * A server that goes to another version with the same data.
 *
 * @param from the older release's version
 * @param to the newer release's version
 * @param service the newer release's service
 */
record Hop(ImageVersion from, ImageVersion to, ComposedService service) {

    boolean hasSet(String variable) {
        return service.variable(variable).isPresent();
    }

    /** Determine if the image is from some publisher. */
    boolean isOf(String publisher) {
        return service.imageName()
                .filter(image -> image.repository().startsWith(publisher))
                .isPresent();
    }
}
