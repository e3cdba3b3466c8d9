package org.recipeharness.lint.docker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.ServiceMount;
import org.recipeharness.lint.published.Severity;

/** Looks for services whose new task starts before the old one ends, and that can't run twice. */
public final class OverlappingUpdates implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return Composition.all(recipe)
                .flatMap(files -> files.services().stream()
                        .flatMap(OverlappingUpdates::look)
                        .filter(remark -> files.shows(remark.origin())))
                .distinct()
                .toList();
    }

    private static Stream<Remark> look(ComposedService service) {
        return Scalars.at(service.merged(), "deploy", "update_config", "order")
                .filter(order -> "start-first".equals(order.text()))
                .flatMap(order -> reason(service, order).stream());
    }

    private static Optional<Remark> reason(ComposedService service, Scalar order) {
        Optional<String> port = service.ports()
                .filter(each -> "host".equals(text(each, "mode")))
                .map(each -> text(each, "published"))
                .filter(published -> !published.isEmpty())
                .findFirst();
        if (port.isPresent()) {
            return Optional.of(new Remark(
                            order.origin(),
                            "the new task of '" + service.name()
                                    + "' is to start before the old one ends, but the old one holds port " + port.get()
                                    + " of the node (mode: host), so no upgrade can start it there. Write order: stop-first")
                    .as(Severity.ERROR));
        }
        return DataFolders.of(service)
                .filter(data -> service.mounts().stream()
                        .filter(ServiceMount::isNamedVolume)
                        .anyMatch(mount -> mount.holds(data.folder())))
                .map(
                        data -> new Remark(
                                order.origin(),
                                "the new task of '" + service.name()
                                        + "' starts before the old one ends, so two database servers use one volume during an"
                                        + " upgrade: the new one stops at the lock, or the data is damaged. Write order: stop-first"));
    }

    private static String text(Mapping port, String field) {
        return Scalars.at(port, field).map(Scalar::text).findFirst().orElse("");
    }
}
