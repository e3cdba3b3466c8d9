package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A volume in its short form, {@code [source:]target[:options]}.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/loader/volume.go">docker CLI: ParseVolume</a>
 */
final class ShortVolume {

    private static final Set<String> PROPAGATIONS =
            Set.of("private", "rprivate", "shared", "rshared", "slave", "rslave");
    /** A colon behind a single letter belongs to a Windows drive, so the CLI does not separate there. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<!(?:^|:)\\p{L}):");

    private static final Pattern PATH = Pattern.compile("(?s)[./~].*|\\\\\\\\.*|\\p{L}:.*");

    private ShortVolume() {}

    static List<Yaml> longForm(Yaml.Scalar written) {
        List<String> parts = List.of(SEPARATOR.split(written.text(), -1));
        boolean tooShort = written.text().length() < 3;
        if (written.text().isEmpty() || (!tooShort && (parts.contains("") || parts.size() > 3))) {
            throw new ComposeException(
                    written.origin(),
                    "found the volume '" + written.text()
                            + "', expected [source:]target[:options], such as \"data:/var/lib/data:ro\"");
        }
        var fields = new LinkedHashMap<String, Yaml>();
        if (tooShort || parts.size() == 1) {
            fields.put("type", Yaml.Scalar.text("volume", written.origin()));
            fields.put("target", Yaml.Scalar.text(written.text(), written.origin()));
        } else {
            String type = PATH.matcher(parts.get(0)).matches() ? "bind" : "volume";
            fields.put("type", Yaml.Scalar.text(type, written.origin()));
            fields.put("source", Yaml.Scalar.text(parts.get(0), written.origin()));
            fields.put("target", Yaml.Scalar.text(parts.get(1), written.origin()));
            fields.putAll(options(parts.size() == 3 ? parts.get(2) : "", written));
        }
        return List.of(new Yaml.Mapping(fields, written.origin()));
    }

    private static Map<String, Yaml> options(String written, Yaml.Scalar volume) {
        var fields = new LinkedHashMap<String, Yaml>();
        for (String option : written.split(",", -1)) {
            if ("ro".equals(option) || "rw".equals(option)) {
                fields.put("read_only", Yaml.Scalar.plain(String.valueOf("ro".equals(option)), volume.origin()));
            } else if ("nocopy".equals(option)) {
                Yaml yes = Yaml.Scalar.plain("true", volume.origin());
                fields.put("volume", new Yaml.Mapping(Map.of("nocopy", yes), volume.origin()));
            } else if (PROPAGATIONS.contains(option)) {
                Yaml propagation = Yaml.Scalar.text(option, volume.origin());
                fields.put("bind", new Yaml.Mapping(Map.of("propagation", propagation), volume.origin()));
            }
            // Any other option the CLI passes over in silence.
        }
        return fields;
    }
}
