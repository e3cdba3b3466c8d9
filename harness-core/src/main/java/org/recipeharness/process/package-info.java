/** Run an outside command to its exit; the only user of {@link ProcessBuilder}. */
@NullMarked
package org.recipeharness.process;

import org.jspecify.annotations.NullMarked;
