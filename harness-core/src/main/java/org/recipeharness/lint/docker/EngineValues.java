package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;

/** Looks for values that the compose format allows and the engine refuses; measured with Docker 20.10. */
final class EngineValues {

    /** The values that a field of {@code deploy} may have; the format 3.8 only says that it is a text. */
    private static final Map<List<String>, List<String>> ALLOWED = Map.of(
            List.of("deploy", "mode"), List.of("replicated", "global", "replicated-job", "global-job"),
            List.of("deploy", "endpoint_mode"), List.of("vip", "dnsrr"),
            List.of("deploy", "restart_policy", "condition"), List.of("any", "on-failure", "none"),
            List.of("deploy", "update_config", "failure_action"), List.of("pause", "continue", "rollback"),
            List.of("deploy", "rollback_config", "failure_action"), List.of("pause", "continue"));

    private EngineValues() {}

    static List<Remark> look(ComposeDocument document) {
        var remarks = new ArrayList<Remark>();
        document.services().entries().forEach((service, written) -> {
            if (written instanceof Mapping mapping) {
                ALLOWED.forEach((path, values) ->
                        notAllowed(service, mapping, path, values).forEach(remarks::add));
                replicasOfGlobal(service, mapping).forEach(remarks::add);
                disabledTest(service, mapping).forEach(remarks::add);
            }
        });
        localNetworks(document).forEach(remarks::add);
        return remarks;
    }

    private static Stream<Remark> notAllowed(String service, Mapping written, List<String> path, List<String> values) {
        return Scalars.at(written, path.toArray(String[]::new))
                .filter(value -> !value.text().isEmpty() && !values.contains(value.text()))
                .map(value -> new Remark(
                        value.origin(),
                        service + "." + String.join(".", path) + " is '" + value.text()
                                + "', so docker refuses the service; expected one of " + values));
    }

    private static Stream<Remark> replicasOfGlobal(String service, Mapping written) {
        boolean global = Scalars.at(written, "deploy", "mode")
                .anyMatch(mode -> mode.text().startsWith("global"));
        return Scalars.at(written, "deploy", "replicas")
                .filter(replicas -> global)
                .map(replicas -> new Remark(
                        replicas.origin(),
                        "the service '" + service + "' is global and has replicas, so docker refuses it. Remove one of"
                                + " them"));
    }

    private static Stream<Remark> disabledTest(String service, Mapping written) {
        boolean disabled = Scalars.at(written, "healthcheck", "disable").anyMatch(value -> "true".equals(value.text()));
        return FieldPath.root(written).descendant(List.of("healthcheck", "test")).stream()
                .filter(test -> disabled)
                .map(test -> new Remark(
                        test.value().origin(),
                        "the service '" + service + "' disables its healthcheck and has a test, so docker refuses it."
                                + " Remove one of them"));
    }

    private static Stream<Remark> localNetworks(ComposeDocument document) {
        return PublishedPorts.fields(document.root(), "networks").stream()
                .filter(network -> network.value() instanceof Mapping written
                        && written.find("external").isEmpty()
                        && Scalars.at(written, "driver")
                                .anyMatch(driver ->
                                        List.of("bridge", "host", "none").contains(driver.text())))
                .map(network -> new Remark(
                        network.value().origin(),
                        "the network '" + network.lastKey() + "' has a driver of a single node, so swarm refuses the"
                                + " services that use it. Write driver: overlay, or remove the line"));
    }
}
