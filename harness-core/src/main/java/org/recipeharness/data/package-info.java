/** Markers: data that is put into a running app's databases and volumes, and looked for again after something was done to it. */
@NullMarked
package org.recipeharness.data;

import org.jspecify.annotations.NullMarked;
