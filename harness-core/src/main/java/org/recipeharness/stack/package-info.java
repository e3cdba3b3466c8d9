/** The rendered, named thing that is sent to the swarm: services, labels, digest; values only. */
@NullMarked
package org.recipeharness.stack;

import org.jspecify.annotations.NullMarked;
