package org.recipeharness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;

/** Reads the configs that a document makes of the recipe's files. */
final class StackConfigs {

    private final StackName stack;

    StackConfigs(StackName stack) {
        this.stack = stack;
    }

    List<StackConfig> of(ComposeDocument document) {
        Mapping configs = document.root().mapping("configs");
        var found = new ArrayList<StackConfig>();
        for (Map.Entry<String, Yaml> entry : configs.entries().entrySet()) {
            Mapping config = configs.mapping(entry.getKey());
            Optional<String> file = External.is(config) ? Optional.empty() : config.text("file");
            if (file.isPresent()) {
                String key = entry.getKey();
                found.add(new StackConfig(
                        key,
                        config.text("name").orElse(stack + "_" + key),
                        content(key, file.get(), config),
                        file.get().substring(file.get().lastIndexOf('/') + 1),
                        document.versions().ofConfig(key),
                        config.origin()));
            }
        }
        return found;
    }

    private static ContentDigest content(String key, String file, Mapping config) {
        try {
            return ContentDigest.of(Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new ComposeException(
                    config.origin(),
                    "the config '" + key + "' is made of the file " + file + ", which can't be read",
                    e);
        }
    }
}
