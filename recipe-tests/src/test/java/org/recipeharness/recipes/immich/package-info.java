/** Talk to an Immich server. */
@NullMarked
package org.recipeharness.recipes.immich;

import org.jspecify.annotations.NullMarked;
