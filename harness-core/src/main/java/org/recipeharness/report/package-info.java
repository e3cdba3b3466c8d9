/** What a red test and a run of many recipes leave behind for their reader: values, and the pages that are made of them. */
@NullMarked
package org.recipeharness.report;

import org.jspecify.annotations.NullMarked;
