/** One test class a recipe: what only that recipe's own tests can assert. */
@NullMarked
package org.recipeharness.recipes;

import org.jspecify.annotations.NullMarked;
