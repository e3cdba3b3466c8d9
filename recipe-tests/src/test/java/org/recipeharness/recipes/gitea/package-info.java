/** Use a Gitea server as its clients and its administrator do. */
@NullMarked
package org.recipeharness.recipes.gitea;

import org.jspecify.annotations.NullMarked;
