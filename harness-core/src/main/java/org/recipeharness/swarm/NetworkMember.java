package org.recipeharness.swarm;

import java.util.Set;
import org.recipeharness.stack.StackName;

/**
 * A service on one of its networks.
 *
 * @param network the network's name
 * @param internal whether the network leads nowhere else; docker's resolver asks these last
 * @param service the service's full name
 * @param stack the stack that it belongs to, or empty where it belongs to none
 * @param names the names that it is found by there, beside its full one
 * @param addresses its own and those of its running tasks there; empty where the name leads to nobody
 */
public record NetworkMember(
        String network, boolean internal, String service, String stack, Set<String> names, Set<String> addresses) {

    public NetworkMember {
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    /**
     * Tells whether the service belongs to a stack.
     *
     * @param name the stack's name
     * @return true when it does
     */
    public boolean isOf(StackName name) {
        return stack.equals(name.text());
    }

    /** Names service, stack and network. */
    @Override
    public String toString() {
        return "'" + service + "'" + (stack.isEmpty() ? "" : " of stack " + stack) + " on network '" + network + "'";
    }
}
