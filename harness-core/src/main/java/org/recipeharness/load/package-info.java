/** Puts a load on an app on purpose, takes it away whatever happens, and tells what its budgets came to under it. */
@NullMarked
package org.recipeharness.load;

import org.jspecify.annotations.NullMarked;
