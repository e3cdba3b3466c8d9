package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;

/** Reads the {@code ports} of a service, which a compose document has in their long form. */
final class Ports {

    private Ports() {}

    /** Gives each published port, so that a field of it can be looked at or changed. */
    static List<Mapping> longForm(Mapping service) {
        var ports = new ArrayList<Mapping>();
        Yaml written = service.find("ports").orElse(null);
        if (written == null) {
            return ports;
        }
        if (!(written instanceof Yaml.Sequence sequence)) {
            throw new ComposeException(written.origin(), "'ports' must be a list");
        }
        for (Yaml item : sequence.items()) {
            if (!(item instanceof Mapping mapping)) {
                throw new ComposeException(
                        item.origin(),
                        "found a list, expected [published:]target[/protocol], such as \"64738:64738/udp\"");
            }
            ports.add(mapping);
        }
        return ports;
    }

    static List<HostPort> published(Mapping service) {
        return longForm(service).stream()
                .filter(port -> port.text("published").isPresent())
                .map(port -> new HostPort(
                        number(port, "published"),
                        number(port, "target"),
                        port.text("protocol").orElse("tcp")))
                .toList();
    }

    private static int number(Mapping port, String field) {
        String text = port.text(field).orElse("");
        if (!text.matches("\\d{1,5}")) {
            throw new ComposeException(
                    port.origin(), "'" + field + "' of a port must be a number, but is '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
