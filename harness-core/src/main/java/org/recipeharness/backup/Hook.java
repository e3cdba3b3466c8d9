package org.recipeharness.backup;

import org.recipeharness.recipe.Origin;

/**
 * A command that a recipe wants to be run in a service's container.
 *
 * @param moment when
 * @param service in which service
 * @param command what a shell is given
 * @param origin where the recipe says so
 */
public record Hook(Moment moment, String service, String command, Origin origin) {

    @Override
    public String toString() {
        return moment.label() + " of service '" + service + "' (" + origin + ")";
    }
}
