/** Join a Mumble server as its clients do, and say at which stage of the handshake it fails. */
@NullMarked
package org.recipeharness.recipes.mumble;

import org.jspecify.annotations.NullMarked;
