/** What runs of one process take turns at: the ports that they publish, and the machine's memory. */
@NullMarked
package org.recipeharness.turns;

import org.jspecify.annotations.NullMarked;
