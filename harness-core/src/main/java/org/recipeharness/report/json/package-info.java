/** The results as JSON, written and read. */
@NullMarked
package org.recipeharness.report.json;

import org.jspecify.annotations.NullMarked;
