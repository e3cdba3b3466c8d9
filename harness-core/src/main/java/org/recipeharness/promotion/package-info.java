/** The promotion of a version to the warm canonical: its conditions, its steps, its rehearsal on copies and the way back. */
@NullMarked
package org.recipeharness.promotion;

import org.jspecify.annotations.NullMarked;
