package org.recipeharness.neighbours;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recipeharness.swarm.NetworkMember;

/**
 * What docker's resolver answers within a service.
 *
 * <p>It asks the service's networks one after the other, internal ones last and else in the order of their names; the first that
 * knows a name gives the whole answer. This was measured with Docker 20.10.
 */
record Resolver(String service, List<NetworkMember> members) {

    /** The networks that it asks, in that order. */
    private List<String> networks() {
        return members.stream()
                .filter(member -> member.service().equals(service))
                .sorted(Comparator.comparing(NetworkMember::internal).thenComparing(NetworkMember::network))
                .map(NetworkMember::network)
                .toList();
    }

    /** All that have a name somewhere on the service's networks, and run. */
    List<NetworkMember> holders(String name) {
        return networks().stream()
                .flatMap(network -> members.stream()
                        .filter(member -> member.network().equals(network)
                                && member.names().contains(name)
                                && !member.addresses().isEmpty()))
                .toList();
    }

    /** Those of them whose addresses are the answer. */
    List<NetworkMember> answer(String name) {
        List<NetworkMember> holders = holders(name);
        return holders.stream()
                .filter(holder -> holder.network().equals(holders.get(0).network()))
                .toList();
    }

    /** Those whose addresses a container was really given. */
    List<NetworkMember> ownersOf(Set<String> addresses) {
        Set<String> networks = new HashSet<>(networks());
        return members.stream()
                .filter(member -> networks.contains(member.network())
                        && member.addresses().stream().anyMatch(addresses::contains))
                .toList();
    }

    /** Whether one of these networks is asked before the first that knows a name now. */
    boolean isAskedBefore(List<String> shared, String name) {
        List<String> networks = networks();
        int known = holders(name).stream()
                .mapToInt(holder -> networks.indexOf(holder.network()))
                .min()
                .orElse(networks.size());
        return shared.stream().anyMatch(network -> networks.contains(network) && networks.indexOf(network) <= known);
    }
}
