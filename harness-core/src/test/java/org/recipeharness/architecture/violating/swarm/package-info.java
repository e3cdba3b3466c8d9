/** Breaks rules of the house, so that they are seen to be red. */
@NullMarked
package org.recipeharness.architecture.violating.swarm;

import org.jspecify.annotations.NullMarked;
