/** The tiers of a recipe's life: install, upgrade, backup, restore, custom, promote; each operation performed exactly once. */
@NullMarked
package org.recipeharness.tier;

import org.jspecify.annotations.NullMarked;
