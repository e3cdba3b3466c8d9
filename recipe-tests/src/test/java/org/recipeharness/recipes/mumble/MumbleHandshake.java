package org.recipeharness.recipes.mumble;

import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Probe;

/** The readiness of the mumble recipe: its server can be joined. */
public final class MumbleHandshake implements AppProbe {

    /** The port of Mumble's control channel, as the recipe publishes it on its node. */
    public static final int PORT = 64738;

    /** The server password that the tests set, so that a wrong one can be told from it. */
    public static final String PASSWORD = "no-entry-without";

    @Override
    public Probe on(DeployedApp app) {
        return new HandshakeProbe(app.address(PORT), new Identity("readiness", PASSWORD));
    }
}
