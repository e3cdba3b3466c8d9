/** Discourse, as a client of its API reaches it. */
@NullMarked
package org.recipeharness.recipes.discourse;

import org.jspecify.annotations.NullMarked;
