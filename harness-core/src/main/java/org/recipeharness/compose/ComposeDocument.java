package org.recipeharness.compose;

import java.nio.file.Path;
import java.util.List;

/**
 * What a recipe's compose files say together, with the app's variables put in and every short form written out.
 *
 * @param root the document; it has a mapping {@code services} with at least one service in it
 * @param versions the variables by which the names of its configs and secrets are versioned
 */
public record ComposeDocument(Yaml.Mapping root, NameVersions versions) {

    public ComposeDocument {
        if (root.mapping("services").entries().isEmpty()) {
            throw new ComposeException(
                    root.origin(), "this compose file has no service: expected 'services:' with one at least");
        }
    }

    /**
     * Reads a text that is not a recipe's file; its relative paths stay as they are.
     *
     * @param file the text's name, for errors and origins
     * @param text its content
     * @param variables the app's environment
     * @return the document
     * @throws ComposeException when the text is not YAML or not a compose file, or a required variable is missing; the message
     *     begins with {@code file:line}
     */
    public static ComposeDocument read(String file, String text, Variables variables) {
        Yaml.Mapping written = new YamlReader(file).read(text);
        var form = new ComposeFileForm(Path.of(""), variables);
        return new ComposeDocument(DocumentMerge.of(List.of(form.of(written))), NameVersions.of(List.of(written)));
    }

    /**
     * Gives the services as they are written.
     *
     * @return service name to service
     */
    public Yaml.Mapping services() {
        return root.mapping("services");
    }
}
