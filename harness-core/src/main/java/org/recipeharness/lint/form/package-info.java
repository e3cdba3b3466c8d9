/** Checks of the form that abra and Co-op Cloud expect of one release. */
@NullMarked
package org.recipeharness.lint.form;

import org.jspecify.annotations.NullMarked;
