/** A deployed app: convergence, domain, proof that what runs is what was sent, undeploy verified. */
@NullMarked
package org.recipeharness.app;

import org.jspecify.annotations.NullMarked;
