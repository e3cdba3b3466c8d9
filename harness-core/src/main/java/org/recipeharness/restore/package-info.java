/** Backup and restore: what is seeded and saved, what is restored in place or into a new deployment, and the way back from an upgrade. */
@NullMarked
package org.recipeharness.restore;

import org.jspecify.annotations.NullMarked;
