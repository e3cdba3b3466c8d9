/** Talk to a pinboard, and run the recipe of it at any ref beside other runs. */
@NullMarked
package org.recipeharness.recipes.pinboard;

import org.jspecify.annotations.NullMarked;
