/** The last green version of each recipe, kept as an idle deployment: what is known of it, on disk, whatever crashes. */
@NullMarked
package org.recipeharness.canonical;

import org.jspecify.annotations.NullMarked;
