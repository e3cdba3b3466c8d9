package org.recipeharness.stack;

import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.checkout.Checkout;

/**
 * The labels that abra would put on the service {@code app} at this deploy.
 *
 * <p>A release's clean checkout is a pinned deploy, whose version is the tag. Everything else is a chaos deploy: it names its
 * commit, and its version stays what the compose file says.
 */
final class AbraLabels {

    /** The service that abra labels. */
    static final String SERVICE = "app";

    private AbraLabels() {}

    static Map<String, String> of(StackName stack, Checkout checkout) {
        String prefix = "coop-cloud." + stack + ".";
        boolean chaos = checkout.dirty() || checkout.version().isEmpty();
        var labels = new TreeMap<String, String>();
        labels.put(prefix + "recipe", checkout.recipe().text());
        labels.put(prefix + "chaos", String.valueOf(chaos));
        if (chaos) {
            labels.put(prefix + "chaos-version", checkout.shortCommit());
        } else {
            labels.put(prefix + "version", checkout.ref());
        }
        return labels;
    }
}
