/** What the tests by properties, for any input, have in common. */
@NullMarked
package org.recipeharness.properties;

import org.jspecify.annotations.NullMarked;
