package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
            "(?:(?<ip>\\d+(?:\\.\\d+){3}|\\[[0-9a-fA-F:]+]):)?(?:(?:(?<published>\\d{1,5})(?:-(?<last>\\d{1,5}))?)?:)?(?<target>\\d{1,5})(?:-(?<end>\\d{1,5}))?(?:/(?<protocol>tcp|udp|sctp))?");

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
            } else if (item instanceof Scalar scalar) {
                ports.addAll(expanded(scalar));
            } else {
                throw wrong(item, "found a list");
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
            throw wrong(port, "found the port '" + port.text() + "'");
        }
        List<Integer> targets = range(form.group("target"), form.group("end"));
        List<Integer> published = range(form.group("published"), form.group("last"));
        // Several published ports may lead to one; other ranges are taken pair by pair.
        int count = targets.size() == 1 ? Math.max(1, published.size()) : targets.size();
        if (targets.isEmpty() || (form.group("published") != null && published.size() != count)) {
            throw wrong(port, "found the port '" + port.text() + "', whose ranges don't fit");
        }
        String protocol = form.group("protocol") == null ? "tcp" : form.group("protocol");
        var ports = new ArrayList<Mapping>();
        for (int i = 0; i < count; i++) {
            var fields = new LinkedHashMap<String, Yaml>();
            fields.put("target", number(targets.get(Math.min(i, targets.size() - 1)), port));
            if (!published.isEmpty()) {
                fields.put("published", number(published.get(i), port));
            }
            fields.put("protocol", Scalar.text(protocol, port.origin()));
            ports.add(new Mapping(fields, port.origin()));
        }
        return ports;
    }

    private static List<Integer> range(@Nullable String first, @Nullable String last) {
        if (first == null) {
            return List.of();
        }
        int start = Integer.parseInt(first);
        return IntStream.rangeClosed(start, last == null ? start : Integer.parseInt(last))
                .boxed()
                .toList();
    }

    private static Scalar number(int number, Scalar port) {
        return Scalar.plain(String.valueOf(number), port.origin());
    }

    private static ComposeException wrong(Yaml port, String found) {
        return new ComposeException(
                port.origin(), found + ", expected [published:]target[/protocol], such as \"64738:64738/udp\"");
    }
}
