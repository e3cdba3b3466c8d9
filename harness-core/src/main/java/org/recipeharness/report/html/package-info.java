/** The pages of the results and of red tests. Each text on them is masked and escaped in one way. */
@NullMarked
package org.recipeharness.report.html;

import org.jspecify.annotations.NullMarked;
