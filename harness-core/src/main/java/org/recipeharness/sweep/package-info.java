/**
 * What concerns a run of many recipes as a whole: whether its settings name what it has, and each red recipe once more, alone, in a process
 * of its own, from scratch, as often as a verdict needs.
 */
@NullMarked
package org.recipeharness.sweep;

import org.jspecify.annotations.NullMarked;
