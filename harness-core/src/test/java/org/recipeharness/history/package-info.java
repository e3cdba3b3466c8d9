/** Holds what is remembered of runs, and what follows from it. */
@NullMarked
package org.recipeharness.history;

import org.jspecify.annotations.NullMarked;
