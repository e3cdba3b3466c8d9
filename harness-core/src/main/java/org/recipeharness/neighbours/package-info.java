/** Who else is on the networks of an app, and whom its services reach by the names of their own stack. */
@NullMarked
package org.recipeharness.neighbours;

import org.jspecify.annotations.NullMarked;
