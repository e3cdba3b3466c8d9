package org.recipeharness.stack;

/**
 * A port that a service publishes on the nodes it runs on.
 *
 * @param published the port on the node
 * @param target the port in the container
 * @param protocol {@code tcp} or {@code udp}
 */
public record HostPort(int published, int target, String protocol) {

    @Override
    public String toString() {
        return published + "/" + protocol;
    }
}
