/** What can be known of a recipe's files before they are deployed: named findings. */
@NullMarked
package org.recipeharness.lint;

import org.jspecify.annotations.NullMarked;
