/** What a service that does not work said of why: known lines of logs, and what they mean in its stack; pure functions. */
@NullMarked
package org.recipeharness.symptom;

import org.jspecify.annotations.NullMarked;
