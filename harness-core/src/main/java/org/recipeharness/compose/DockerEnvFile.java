package org.recipeharness.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recipeharness.recipe.Origin;

/**
 * Reads an {@code env_file} of a service: {@code NAME=value} lines, taken literally, quotes and all.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/pkg/kvfile/kvfile.go">docker CLI: kvfile.go</a>
 */
final class DockerEnvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path folder;
    private final Variables variables;

    DockerEnvFile(Path folder, Variables variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /**
     * Reads a file.
     *
     * @throws ComposeException when the file can't be read or a line of it is no assignment
     */
    Map<String, Yaml> read(Yaml.Scalar name) {
        var values = new LinkedHashMap<String, Yaml>();
        String text = text(name);
        String[] lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\r?\n", -1);
        for (int number = 1; number <= lines.length; number++) {
            String line = lines[number - 1].stripLeading();
            if (!line.isEmpty() && !line.startsWith("#")) {
                assign(line, new Origin(name.text(), number), values);
            }
        }
        return values;
    }

    private void assign(String line, Origin origin, Map<String, Yaml> values) {
        int at = line.indexOf('=');
        String variable = at < 0 ? line : line.substring(0, at);
        if (variable.isEmpty() || variable.contains(" ") || variable.contains("\t")) {
            throw new ComposeException(
                    origin, "found '" + line + "', expected NAME=value with no blank before the '='");
        }
        if (at >= 0) {
            values.put(variable, Yaml.Scalar.text(line.substring(at + 1), origin));
        } else {
            // A name alone takes the app's value, and is nothing where the app has none.
            variables
                    .find(variable)
                    .ifPresent(found -> values.put(variable, Yaml.Scalar.text(found.value(), found.origin())));
        }
    }

    private String text(Yaml.Scalar name) {
        try {
            return Files.readString(folder.resolve(name.text()));
        } catch (IOException | InvalidPathException e) {
            throw new ComposeException(
                    name.origin(),
                    "the env_file '" + name.text()
                            + "' can't be read: expected a text in UTF-8 at that path, seen from "
                            + folder.getFileName() + "/",
                    e);
        }
    }
}
