/** Git as a maintainer has it, for what a test does to a repository of recipes. */
@NullMarked
package org.recipeharness.recipes.git;

import org.jspecify.annotations.NullMarked;
