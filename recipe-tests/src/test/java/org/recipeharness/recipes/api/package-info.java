/** Talk to a server's API that speaks JSON over HTTP. */
@NullMarked
package org.recipeharness.recipes.api;

import org.jspecify.annotations.NullMarked;
