/** One app of a run on the swarm: its plan, its sources and rendering, its secrets and readiness, and what was found in its files. */
@NullMarked
package org.recipeharness.deployment;

import org.jspecify.annotations.NullMarked;
