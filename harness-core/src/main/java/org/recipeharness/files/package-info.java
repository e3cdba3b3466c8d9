/** Files that a crash leaves whole, and folders that one process holds at a time; knows nothing of what is in them. */
@NullMarked
package org.recipeharness.files;

import org.jspecify.annotations.NullMarked;
