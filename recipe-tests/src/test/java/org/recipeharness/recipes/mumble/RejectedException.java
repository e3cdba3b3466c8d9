package org.recipeharness.recipes.mumble;

import java.io.IOException;
import org.recipeharness.recipes.mumble.wire.Reject;

/** A server that works, and said no. */
public final class RejectedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reject.Type type;
    private final String reason;

    RejectedException(String server, Identity identity, Reject reject) {
        super("Joining the Mumble server " + server + " as " + identity + ": found Reject " + reject.getType() + " '"
                + reject.getReason() + "', expected ServerSync");
        this.type = reject.getType();
        this.reason = reject.getReason();
    }

    /**
     * Tells the kind of the no.
     *
     * @return the type; {@code NONE} also for one that only a newer server knows
     */
    public Reject.Type type() {
        return type;
    }

    /**
     * Tells the server's own words.
     *
     * @return the reason; empty when the server gave none
     */
    public String reason() {
        return reason;
    }
}
