/** Look once, wait within a budget, say how much of it was used. */
@NullMarked
package org.recipeharness.readiness;

import org.jspecify.annotations.NullMarked;
