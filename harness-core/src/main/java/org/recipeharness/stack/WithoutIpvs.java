package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

/**
 * Adapts a stack to nodes whose kernel has no IPVS: there swarm's virtual IPs and its ingress network route nothing.
 *
 * <p>Every service is found by DNS round robin instead of a virtual IP, and every ingress port becomes a host port. What differs
 * then: a service without a running task has no name at all.
 */
final class WithoutIpvs {

    private static final Origin OURS = Origin.of("adaptation to a kernel without IPVS");
    private static final String REASON = "the kernel has no IPVS, so swarm's virtual IPs and ingress ports don't route";

    private final List<Adaptation> adaptations = new ArrayList<>();

    Mapping apply(Mapping root) {
        return root.with("services", root.mapping("services").each(this::service));
    }

    List<Adaptation> adaptations() {
        return List.copyOf(adaptations);
    }

    private Mapping service(String name, Mapping service) {
        Mapping adapted = service;
        Mapping deploy = service.mapping("deploy");
        if (!"dnsrr".equals(deploy.text("endpoint_mode").orElse("vip"))) {
            adapted = adapted.with("deploy", deploy.with("endpoint_mode", Scalar.text("dnsrr", OURS)));
            adaptations.add(new Adaptation(name + ".deploy.endpoint_mode", "vip -> dnsrr", REASON));
        }
        List<Mapping> ports = Ports.longForm(service);
        if (ports.isEmpty()) {
            return adapted;
        }
        List<Yaml> hostPorts = new ArrayList<>();
        for (Mapping port : ports) {
            if (!"host".equals(port.text("mode").orElse("ingress"))) {
                String published = port.text("published").orElse("any");
                adaptations.add(new Adaptation(name + ".ports: " + published, "ingress -> host", REASON));
            }
            hostPorts.add(port.with("mode", Scalar.text("host", OURS)));
        }
        return adapted.with("ports", new Yaml.Sequence(hostPorts, ports.get(0).origin()));
    }
}
