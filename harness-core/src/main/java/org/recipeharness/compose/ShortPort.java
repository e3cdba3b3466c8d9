package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port in its short form, {@code [[ip:][published]:]target[/protocol]}, with ranges.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/#ports">Compose specification: ports</a>
 */
final class ShortPort {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?:\\d+(?:\\.\\d+){3}|\\[[0-9a-fA-F:]+]):)?(?:(?:(?<first>\\d{1,5})(?:-(?<last>\\d{1,5}))?)?:)?"
                    + "(?<target>\\d{1,5})(?:-(?<end>\\d{1,5}))?(?:/(?<protocol>(?i)tcp|udp|sctp))?");

    private final Yaml.Scalar written;
    private final Matcher form;

    private ShortPort(Yaml.Scalar written) {
        this.written = written;
        this.form = FORM.matcher(written.text());
        if (!form.matches()) {
            throw unreadable();
        }
    }

    /** Gives each port that the short form stands for, in the order in which the docker CLI has them. */
    static List<Yaml.Mapping> longForms(Yaml.Scalar written) {
        return new ShortPort(written).expanded();
    }

    private List<Yaml.Mapping> expanded() {
        int target = number("target", 0);
        int targets = number("end", target) - target;
        int first = number("first", 0);
        int published = number("last", first) - first;
        boolean many = targets == 0 && published > 0;
        if (targets < 0 || published < 0 || (first > 0 && !many && targets != published)) {
            throw unreadable();
        }
        var ports = new ArrayList<Yaml.Mapping>();
        for (int offset = 0; offset <= (many ? published : targets); offset++) {
            ports.add(port(target + (many ? 0 : offset), first == 0 ? 0 : first + offset));
        }
        if (!many) {
            ports.sort(Comparator.comparing(port -> port.text("target").orElse("")));
        }
        return ports;
    }

    private Yaml.Mapping port(int target, int published) {
        var fields = new LinkedHashMap<String, Yaml>();
        fields.put("target", Yaml.Scalar.plain(String.valueOf(target), written.origin()));
        if (published > 0) {
            fields.put("published", Yaml.Scalar.plain(String.valueOf(published), written.origin()));
        }
        String protocol =
                form.group("protocol") == null ? "tcp" : form.group("protocol").toLowerCase(Locale.ROOT);
        fields.put("protocol", Yaml.Scalar.text(protocol, written.origin()));
        fields.put("mode", Yaml.Scalar.text("ingress", written.origin()));
        return new Yaml.Mapping(fields, written.origin());
    }

    private int number(String group, int otherwise) {
        return form.group(group) == null ? otherwise : Integer.parseInt(form.group(group));
    }

    private ComposeException unreadable() {
        return new ComposeException(
                written.origin(),
                "found the port '" + written.text()
                        + "', expected [published:]target[/protocol], such as \"64738:64738/udp\"");
    }
}
