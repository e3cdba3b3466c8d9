/** The run of one recipe: each operation of its tiers is performed once, and its evidence, locks and end belong to the run. */
@NullMarked
package org.recipeharness.run;

import org.jspecify.annotations.NullMarked;
