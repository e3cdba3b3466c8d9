package org.recipeharness.app;

import java.util.List;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;

/** The last lines of a service's log, to stand below a verdict on it. */
record LogTail(Swarm swarm, Masking masking) {

    private static final int LINES = 15;

    /** Gives the lines, or why they can't be had; secrets masked. */
    String of(ServiceState service) throws InterruptedException {
        try {
            List<String> lines = swarm.logs(service, LINES);
            return lines.isEmpty()
                    ? "\nIt wrote nothing to its log."
                    : "\nThe last lines of its log:\n  " + masking.mask(String.join("\n  ", lines));
        } catch (SwarmException e) {
            return "\nIts log can't be read: " + e.getMessage();
        }
    }
}
