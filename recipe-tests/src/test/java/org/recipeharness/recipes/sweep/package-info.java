/** What a sweep over many recipes costs, measured. */
@NullMarked
package org.recipeharness.recipes.sweep;

import org.jspecify.annotations.NullMarked;
