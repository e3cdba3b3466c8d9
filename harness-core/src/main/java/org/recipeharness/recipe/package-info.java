/** What a maintainer published: names, versions, and where a thing is written. */
@NullMarked
package org.recipeharness.recipe;

import org.jspecify.annotations.NullMarked;
