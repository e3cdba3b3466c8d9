/** Breaks rules of the house, so that they are seen to be red. */
@NullMarked
package org.recipeharness.architecture.violating.recipe;

import org.jspecify.annotations.NullMarked;
