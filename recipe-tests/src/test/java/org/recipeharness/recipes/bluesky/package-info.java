/** Talk to a PDS of Bluesky's. */
@NullMarked
package org.recipeharness.recipes.bluesky;

import org.jspecify.annotations.NullMarked;
