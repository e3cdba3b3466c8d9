package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;

/**
 * Looks for two mounts, configs or secrets at one path, and for volumes and networks that are not defined.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/convert/service.go">docker CLI: convert</a>
 */
final class ServiceMounts {

    private ServiceMounts() {}

    static List<Remark> look(ComposeDocument document) {
        var remarks = new ArrayList<Remark>();
        document.services().entries().forEach((service, written) -> {
            remarks.addAll(twice(service, written, "volumes"));
            remarks.addAll(relative(service, written));
            remarks.addAll(twice(service, written, "configs"));
            remarks.addAll(twice(service, written, "secrets"));
            remarks.addAll(undefinedVolumes(document, service, written));
            remarks.addAll(undefinedNetworks(document, service, written));
        });
        return remarks;
    }

    private static List<Remark> twice(String service, Yaml written, String kind) {
        var remarks = new ArrayList<Remark>();
        var taken = new HashMap<String, FieldPath>();
        for (FieldPath field : PublishedPorts.fields(written, kind)) {
            target(field, kind)
                    .filter(target -> taken.putIfAbsent(target, field) != null)
                    .map(target -> new Remark(
                            field.value().origin(),
                            "the service '" + service + "' mounts two " + kind + " at '" + target
                                    + "', so swarm refuses it. Choose another target"))
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    /** Docker reads a volume's name of one letter as a drive of Windows, so {@code a:/data} is a target as a whole. */
    private static List<Remark> relative(String service, Yaml written) {
        return PublishedPorts.fields(written, "volumes").stream()
                .flatMap(field -> target(field, "volumes").stream()
                        .filter(target -> !target.startsWith("/"))
                        .map(target -> new Remark(
                                field.value().origin(),
                                "the service '" + service + "' mounts a volume at '" + target
                                        + "', which is no absolute path, so its tasks can't start. Begin the target with"
                                        + " /, and give a volume a name of two letters or more")))
                .toList();
    }

    private static Optional<String> target(FieldPath field, String kind) {
        if (!(field.value() instanceof Mapping mount)) {
            return Optional.empty();
        }
        Optional<String> target = text(mount, "target");
        return target.isPresent() || "volumes".equals(kind) ? target : text(mount, "source");
    }

    private static List<Remark> undefinedVolumes(ComposeDocument document, String service, Yaml written) {
        Set<String> defined = defined(document, "volumes");
        return PublishedPorts.fields(written, "volumes").stream()
                .filter(field -> field.value() instanceof Mapping mount
                        && text(mount, "type").filter("volume"::equals).isPresent())
                .flatMap(field -> text((Mapping) field.value(), "source").stream()
                        .filter(source -> !source.isEmpty() && !defined.contains(source))
                        .map(source -> undefined(service, "volume", source, field.value(), defined)))
                .toList();
    }

    private static List<Remark> undefinedNetworks(ComposeDocument document, String service, Yaml written) {
        Set<String> defined = defined(document, "networks");
        return PublishedPorts.fields(written, "networks").stream()
                .filter(field -> !"default".equals(field.lastKey()) && !defined.contains(field.lastKey()))
                .map(field -> undefined(service, "network", field.lastKey(), field.value(), defined))
                .toList();
    }

    private static Remark undefined(String service, String kind, String name, Yaml place, Set<String> defined) {
        return new Remark(
                place.origin(),
                "the service '" + service + "' uses the " + kind + " '" + name
                        + "', which is not defined, so docker refuses the stack; defined are " + defined);
    }

    private static Set<String> defined(ComposeDocument document, String kind) {
        return document.root()
                .find(kind)
                .filter(Mapping.class::isInstance)
                .map(all -> ((Mapping) all).entries().keySet())
                .orElse(Set.of());
    }

    private static Optional<String> text(Mapping mount, String key) {
        return Scalars.at(mount, key).map(Scalar::text).findFirst();
    }
}
