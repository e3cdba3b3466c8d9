/** The port to a swarm: deploy, observe, exec, logs, remove. */
@NullMarked
package org.recipeharness.swarm;

import org.jspecify.annotations.NullMarked;
