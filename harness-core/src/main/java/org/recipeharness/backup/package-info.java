/** Backup and restore as a recipe's labels say it: what is saved, by which hooks, into what snapshot, and what it does not hold. */
@NullMarked
package org.recipeharness.backup;

import org.jspecify.annotations.NullMarked;
