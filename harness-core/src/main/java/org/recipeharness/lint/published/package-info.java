/** What the static look reads: a recipe's published files, and the form of a check. */
@NullMarked
package org.recipeharness.lint.published;

import org.jspecify.annotations.NullMarked;
