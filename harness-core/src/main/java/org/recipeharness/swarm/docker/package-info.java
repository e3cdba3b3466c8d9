/** The adapter to a Docker engine; the only user of docker-java and of the docker CLI. */
@NullMarked
package org.recipeharness.swarm.docker;

import org.jspecify.annotations.NullMarked;
