/** Holds the shape of the house: the order of its packages, and who may use what. */
@NullMarked
package org.recipeharness.architecture;

import org.jspecify.annotations.NullMarked;
