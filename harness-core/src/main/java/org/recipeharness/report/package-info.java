/** What a run of recipes leaves for its reader: the folder of its results, the comment for a pull request and the summary on the console. */
@NullMarked
package org.recipeharness.report;

import org.jspecify.annotations.NullMarked;
