package org.recipeharness.junit;

import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;

/** Where runs get their swarm from; kept in the root store, so that tests of the extension can put another one there. */
@FunctionalInterface
interface SwarmSource {

    Swarm open(Settings settings);
}
