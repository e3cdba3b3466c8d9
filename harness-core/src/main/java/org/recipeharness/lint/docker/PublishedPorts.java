package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.recipe.Origin;

/**
 * Looks for published ports that two services, or one service twice, want.
 *
 * @see <a href="https://github.com/moby/swarmkit/blob/master/manager/controlapi/service.go">swarmkit: checkPortConflicts</a>
 */
final class PublishedPorts {

    private PublishedPorts() {}

    static List<Remark> look(ComposeDocument document) {
        var remarks = new ArrayList<Remark>();
        var taken = new HashMap<String, Port>();
        document.services().entries().forEach((service, written) -> {
            for (FieldPath field : fields(written, "ports")) {
                Optional<Port> port = Port.of(service, field.value());
                port.flatMap(mine -> Optional.ofNullable(taken.putIfAbsent(mine.key(), mine))
                                .map(other -> remark(mine, other)))
                        .ifPresent(remarks::add);
                if (port.filter(mine -> !mine.isHost()).isPresent() && isRoundRobin(written)) {
                    remarks.add(new Remark(
                            field.value().origin(),
                            "the service '" + service
                                    + "' publishes a port with endpoint_mode: dnsrr, which swarm refuses."
                                    + " Write the port's long form with mode: host, or remove endpoint_mode"));
                }
            }
        });
        return remarks;
    }

    static List<FieldPath> fields(Yaml service, String name) {
        return service instanceof Mapping mapping
                ? FieldPath.root(mapping).child(name).stream()
                        .flatMap(FieldPath::children)
                        .toList()
                : List.of();
    }

    private static boolean isRoundRobin(Yaml service) {
        return service instanceof Mapping mapping
                && Scalars.at(mapping, "deploy", "endpoint_mode").anyMatch(mode -> "dnsrr".equals(mode.text()));
    }

    private static Remark remark(Port mine, Port other) {
        if (mine.service().equals(other.service())) {
            return new Remark(
                    mine.origin(),
                    "the service '" + mine.service() + "' publishes the port " + mine.key()
                            + " twice, so swarm refuses it. Publish each port once");
        }
        String both = "the services '" + other.service() + "' and '" + mine.service() + "' publish the same port "
                + mine.key();
        return mine.isHost() && other.isHost()
                ? new Remark(
                                mine.origin(),
                                both + " in mode host, so that they can't run on one node. Publish another port")
                        .as(Severity.WARNING)
                : new Remark(mine.origin(), both + ", so swarm refuses '" + mine.service() + "'. Publish another port");
    }

    /** One published port of a service, without ranges. */
    private record Port(String service, String published, String protocol, String mode, Origin origin) {

        static Optional<Port> of(String service, Yaml written) {
            if (!(written instanceof Mapping port)) {
                return Optional.empty();
            }
            return text(port, "published")
                    .filter(published -> !"0".equals(published))
                    .map(published -> new Port(
                            service,
                            published,
                            text(port, "protocol").orElse("tcp"),
                            text(port, "mode").orElse("ingress"),
                            port.origin()));
        }

        private static Optional<String> text(Mapping port, String key) {
            return Scalars.at(port, key).map(Scalar::text).findFirst();
        }

        String key() {
            return published + "/" + protocol;
        }

        boolean isHost() {
            return "host".equals(mode);
        }
    }
}
