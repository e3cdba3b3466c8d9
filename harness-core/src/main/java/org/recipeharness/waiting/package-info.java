/** Prints what a run waits for, so that a long wait is never silent. */
@NullMarked
package org.recipeharness.waiting;

import org.jspecify.annotations.NullMarked;
