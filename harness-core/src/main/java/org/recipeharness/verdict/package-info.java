/** From what was seen of a recipe, whose the fault is and how sure that is: pure functions of values. */
@NullMarked
package org.recipeharness.verdict;

import org.jspecify.annotations.NullMarked;
