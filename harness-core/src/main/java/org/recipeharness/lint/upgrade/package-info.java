/** Checks of what an upgrade changes for operators of an older release. */
@NullMarked
package org.recipeharness.lint.upgrade;

import org.jspecify.annotations.NullMarked;
