package org.recipeharness.lint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Touches;
import org.recipeharness.recipe.Origin;

/**
 * One thing that is wrong with a recipe's files.
 *
 * @param rule which kind of thing
 * @param severity how bad it is here; mostly the rule's own severity
 * @param touches what it can explain; only {@link Touches#FORM} where the file is none of those that the app is deployed by
 * @param origin where it is written; for the release that is upgraded from, the file has its ref before it, as
 *     {@code 1.0.0+v2:compose.yml}
 * @param text what was found, what follows from it, and what to do
 */
public record Finding(Rule rule, Severity severity, Set<Touches> touches, Origin origin, String text) {

    public Finding {
        touches = Collections.unmodifiableSet(EnumSet.copyOf(touches));
    }

    /**
     * Tells whether this can be why a part of the recipe's life failed.
     *
     * @param part what failed
     * @return false for every {@link Severity#NOTE}
     */
    public boolean explains(Touches part) {
        return severity != Severity.NOTE && touches.contains(part);
    }

    @Override
    public String toString() {
        return origin + ": " + severity + ": " + rule + ": " + text;
    }
}
