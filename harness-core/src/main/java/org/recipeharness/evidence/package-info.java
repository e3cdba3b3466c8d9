/** What a result keeps: logs, task history, commit; secrets masked. */
@NullMarked
package org.recipeharness.evidence;

import org.jspecify.annotations.NullMarked;
