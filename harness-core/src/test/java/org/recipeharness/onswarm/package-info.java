/** What only a real swarm can prove; needs the lab: {@code bin/lab up}. */
@NullMarked
package org.recipeharness.onswarm;

import org.jspecify.annotations.NullMarked;
