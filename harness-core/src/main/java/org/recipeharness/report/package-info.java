/** What a red test leaves behind for its reader: values, and the page that is made of them. */
@NullMarked
package org.recipeharness.report;

import org.jspecify.annotations.NullMarked;
