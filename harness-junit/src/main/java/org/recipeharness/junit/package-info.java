/** Annotations, the extension, parameter types and assertions for tests of recipes. */
@NullMarked
package org.recipeharness.junit;

import org.jspecify.annotations.NullMarked;
