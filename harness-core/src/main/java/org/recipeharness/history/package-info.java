/** What came of all runs: an embedded database of them, and what it tells of a recipe; the only user of SQL. */
@NullMarked
package org.recipeharness.history;

import org.jspecify.annotations.NullMarked;
