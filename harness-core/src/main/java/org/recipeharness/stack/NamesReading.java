package org.recipeharness.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.recipe.Origin;

/** Reads the names of a service, and the texts in which it may be told those of others. */
final class NamesReading {

    private static final List<String> TEXTS = List.of("environment", "entrypoint", "command", "healthcheck", "labels");

    private final Mapping root;

    NamesReading(Mapping root) {
        this.root = root;
    }

    ServiceNames of(String name, Mapping service) {
        return new ServiceNames(own(name, service), shared(service), texts(service));
    }

    private static Set<String> own(String name, Mapping service) {
        var names = new LinkedHashSet<String>(Set.of(name));
        if (service.find("networks").orElse(null) instanceof Mapping networks) {
            for (Yaml network : networks.entries().values()) {
                if (network instanceof Mapping m && m.find("aliases").orElse(null) instanceof Sequence aliases) {
                    aliases.items().forEach(alias -> {
                        if (alias instanceof Scalar scalar) {
                            names.add(scalar.text());
                        }
                    });
                }
            }
        }
        return names;
    }

    private List<String> shared(Mapping service) {
        Mapping declared = root.mapping("networks");
        Set<String> keys = service.find("networks").orElse(null) instanceof Mapping networks
                ? networks.entries().keySet()
                : Set.of("default");
        return keys.stream()
                .filter(key -> declared.find(key).isPresent() && External.is(declared.mapping(key)))
                .map(key -> External.name(declared.mapping(key), key))
                .toList();
    }

    private List<StackText> texts(Mapping service) {
        var texts = new ArrayList<StackText>();
        TEXTS.forEach(key -> service.find(key).ifPresent(value -> collect(key, value, texts)));
        service.mapping("deploy").find("labels").ifPresent(labels -> collect("label", labels, texts));
        if (service.find("configs").orElse(null) instanceof Sequence configs) {
            configs.items().forEach(config -> {
                if (config instanceof Mapping mount) {
                    mount.text("source").ifPresent(key -> config(key, texts));
                }
            });
        }
        return texts;
    }

    private static void collect(String place, Yaml value, List<StackText> texts) {
        if (value instanceof Scalar scalar) {
            texts.add(new StackText(place, scalar.text(), scalar.origin()));
        } else if (value instanceof Sequence sequence) {
            // A command's words belong together: a host may stand behind its option.
            var words = new ArrayList<String>();
            sequence.items().forEach(item -> words.add(item instanceof Scalar scalar ? scalar.text() : ""));
            texts.add(new StackText(place, String.join(" ", words), sequence.origin()));
        } else if (value instanceof Mapping mapping) {
            mapping.entries().forEach((key, each) -> collect(place + " " + key, each, texts));
        }
    }

    private void config(String key, List<StackText> texts) {
        Mapping configs = root.mapping("configs");
        if (configs.find(key).isEmpty() || External.is(configs.mapping(key))) {
            return;
        }
        Mapping config = configs.mapping(key);
        config.text("file").map(Path::of).ifPresent(file -> {
            try {
                // Bytes that are no text become signs that no host's name has.
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                texts.add(new StackText("config " + key, text, new Origin(String.valueOf(file.getFileName()), 1)));
            } catch (IOException e) {
                throw new ComposeException(
                        config.origin(),
                        "the config '" + key + "' is made of the file " + file + ", which can't be read",
                        e);
            }
        });
    }
}
