package org.recipeharness.swarm;

import java.util.List;

/**
 * The addresses of one of a service's networks.
 *
 * @param network the network's name
 * @param stack the stack that the network belongs to; empty if it belongs to none
 * @param subnets the network's subnets, such as {@code 10.0.1.0/24}; empty if the swarm has not given it one
 * @param used how many addresses services and running tasks have there, as far as the swarm shows them
 */
public record AddressPool(String network, String stack, List<String> subnets, int used) {

    private static final int IPV4_BITS = 32;

    /** The first and the last address of a subnet, and the gateway. */
    private static final int RESERVED = 3;

    public AddressPool {
        subnets = List.copyOf(subnets);
    }

    /**
     * Return how many addresses the network has for services, tasks and the load balancer of each node.
     *
     * @return the number; {@link Long#MAX_VALUE} for a network with a subnet that is not IPv4
     */
    public long size() {
        return subnets.stream().allMatch(subnet -> subnet.matches("[0-9.]+/\\d{1,2}"))
                ? subnets.stream().mapToLong(AddressPool::size).sum()
                : Long.MAX_VALUE;
    }

    private static long size(String subnet) {
        int prefix = Integer.parseInt(subnet.substring(subnet.indexOf('/') + 1));
        return Math.max(0, (1L << Math.max(0, IPV4_BITS - prefix)) - RESERVED);
    }

    /**
     * Determine whether the swarm shows that all addresses are in use.
     *
     * @return true if at most one is left, which the load balancer of a node needs; addresses that a removal lost are not shown
     */
    public boolean isFull() {
        return used + 1L >= size();
    }

    /** Names the network and its size. */
    @Override
    public String toString() {
        return "'" + network + "' (" + String.join(", ", subnets)
                + (size() == Long.MAX_VALUE ? "" : ", " + size() + " addresses")
                + ", " + used + " in use by services and running tasks)";
    }
}
