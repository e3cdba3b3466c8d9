/** An upgrade: the release that it comes from, the deploys before and behind it, and a new deployment on the same volumes. */
@NullMarked
package org.recipeharness.upgrade;

import org.jspecify.annotations.NullMarked;
