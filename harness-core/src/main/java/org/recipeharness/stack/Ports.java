package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;

/**
 * Reads the {@code ports} of a service, in both of their forms.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/#ports">Compose specification: ports</a>
 */
final class Ports {

    private static final Pattern SHORT = Pattern.compile(
            "(?:(?<ip>[0-9.]+|\\[[0-9a-fA-F:]+]):)?(?:(?<published>\\d+)(?:-(?<last>\\d+))?:)?(?<target>\\d+)(?:-(?<end>\\d+))?(?:/(?<protocol>tcp|udp|sctp))?");

    private Ports() {}

    /** Gives each published port in its long form, so that a field of it can be looked at or changed. */
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
            if (item instanceof Mapping mapping) {
                ports.add(mapping);
            } else {
                ports.addAll(expanded((Scalar) item));
            }
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

    private static List<Mapping> expanded(Scalar port) {
        Matcher form = SHORT.matcher(port.text());
        if (!form.matches()) {
            throw new ComposeException(
                    port.origin(),
                    "found the port '" + port.text()
                            + "', expected [published:]target[/protocol], such as \"64738:64738/udp\"");
        }
        int target = Integer.parseInt(form.group("target"));
        int last = form.group("end") == null ? target : Integer.parseInt(form.group("end"));
        var ports = new ArrayList<Mapping>();
        for (int offset = 0; offset <= last - target; offset++) {
            var fields = new LinkedHashMap<String, Yaml>();
            fields.put("target", Scalar.plain(String.valueOf(target + offset), port.origin()));
            if (form.group("published") != null) {
                int published = Integer.parseInt(form.group("published")) + offset;
                fields.put("published", Scalar.plain(String.valueOf(published), port.origin()));
            }
            String protocol = form.group("protocol") == null ? "tcp" : form.group("protocol");
            fields.put("protocol", Scalar.text(protocol, port.origin()));
            ports.add(new Mapping(fields, port.origin()));
        }
        return ports;
    }
}
