/** Checks of what docker and swarm make of the files of one release: what they refuse, ignore or name. */
@NullMarked
package org.recipeharness.lint.docker;

import org.jspecify.annotations.NullMarked;
