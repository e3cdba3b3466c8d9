package org.recipeharness.lint.published;

import java.util.Optional;
import org.recipeharness.recipe.Origin;

/**
 * What a check has to say.
 *
 * @param origin where it is written
 * @param text what was found, what follows from it, and what to do
 * @param severity how bad it is, where that is not the rule's own severity
 */
public record Remark(Origin origin, String text, Optional<Severity> severity) {

    public Remark(Origin origin, String text) {
        this(origin, text, Optional.empty());
    }

    public Remark as(Severity own) {
        return new Remark(origin, text, Optional.of(own));
    }
}
