package org.recipeharness.deployment;

import java.util.stream.Collectors;
import org.recipeharness.canonical.WarmDomain;
import org.recipeharness.lease.Holding;
import org.recipeharness.settings.Settings;

/** How the settings say that the node is held. */
final class NodeWish {

    private NodeWish() {}

    /** A live-warm provider is there for others, whoever has put it there. */
    static Holding of(Settings settings) {
        return new Holding(
                settings.nodeShare().holders(),
                settings.nodeShare().longestWait(),
                settings.liveWarm().stream()
                        .map(recipe -> WarmDomain.live(recipe, settings.zone()).replace('.', '_'))
                        .collect(Collectors.toSet()),
                settings.removeTimeout());
    }
}
