/** One recipe at one commit on disk, clean or dirty; the only user of JGit. */
@NullMarked
package org.recipeharness.checkout;

import org.jspecify.annotations.NullMarked;
