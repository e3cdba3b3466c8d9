package org.recipeharness.promotion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Installed;

/**
 * The outcome of a promotion that went well, or of its rehearsal, with its evidence.
 *
 * @param kind what was done
 * @param to the head
 * @param from the canonical before, as its ref; empty where there was none
 * @param domain where the app answered
 * @param head the app as it was there, converged, compared with what was sent, ready; empty where nothing was to be done. It is idle
 *     by now, or removed
 * @param told what is worth knowing of it: what was not as the registry had it, what carries no marker, a line each
 * @param took how long it took
 */
public record Promoted(
        Kind kind,
        Checkout to,
        Optional<String> from,
        String domain,
        Optional<Installed> head,
        List<String> told,
        Duration took) {

    /** What was done. */
    public enum Kind {
        /** The recipe has a canonical now, and had none before. */
        FIRST,
        /** The canonical has advanced to the head, with its data. */
        ADVANCED,
        /** The head is the canonical already. */
        UNCHANGED,
        /** The head was deployed onto copies of the canonical's volumes, or as new where there is none; the canonical is as it was. */
        REHEARSED
    }

    public Promoted {
        told = List.copyOf(told);
    }
}
