package org.recipeharness.stack;

import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.YamlWriter;

/** Compose files of tests, as the stack package is given them. */
final class ComposeTexts {

    static final RunLabels LABELS = new RunLabels("20260101-000000-1f0c3a", "demo", "0123456789abcdef");

    private ComposeTexts() {}

    static ComposeDocument document(String text) {
        return ComposeDocument.read("compose.yml", text, Variables.none());
    }

    static Yaml.Mapping root(String text) {
        return document(text).root();
    }

    /** Gives a document in the one form that it is written in, so that two can be compared. */
    static String written(String text) {
        return YamlWriter.write(root(text));
    }
}
