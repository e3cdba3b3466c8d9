/** Looks at recipes in folders, each with one thing broken. */
@NullMarked
package org.recipeharness.lint;

import org.jspecify.annotations.NullMarked;
