/** Checks recipes out of real repositories, from folders and over HTTP, in threads and in processes. */
@NullMarked
package org.recipeharness.checkout;

import org.jspecify.annotations.NullMarked;
