/** Talk to a WordPress site. */
@NullMarked
package org.recipeharness.recipes.wordpress;

import org.jspecify.annotations.NullMarked;
