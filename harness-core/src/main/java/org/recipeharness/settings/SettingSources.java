package org.recipeharness.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where settings are written: {@code harness.properties} in the nearest folder upwards, and system properties, which win. */
final class SettingSources {

    private static final String FILE = "harness.properties";
    private static final String PREFIX = "harness.";

    private SettingSources() {}

    static Map<String, String> read(Properties system, Path workingDirectory) {
        var merged = new TreeMap<String, String>();
        for (Path folder = workingDirectory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.exists(file)) {
                addAll(merged, load(file), name -> true);
                break;
            }
        }
        addAll(merged, system, name -> name.startsWith(PREFIX) || Setting.knows(name));
        return merged;
    }

    /** The file holds nothing but settings, so that a wrong name in it is one; a process has properties of many others. */
    private static void addAll(Map<String, String> merged, Properties source, Predicate<String> ours) {
        for (String name : source.stringPropertyNames()) {
            String value = source.getProperty(name).strip();
            // An empty value is what a shell gives for a variable that is not set.
            if (!value.isEmpty() && ours.test(name)) {
                merged.put(name, value);
            }
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the settings in " + file, e);
        }
    }
}
