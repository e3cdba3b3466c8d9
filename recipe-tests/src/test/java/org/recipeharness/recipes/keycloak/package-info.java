/** Talk to a Keycloak server. */
@NullMarked
package org.recipeharness.recipes.keycloak;

import org.jspecify.annotations.NullMarked;
