/** Who holds a swarm's node, and what those have left who held it and are dead. */
@NullMarked
package org.recipeharness.lease;

import org.jspecify.annotations.NullMarked;
