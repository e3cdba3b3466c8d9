package org.recipeharness.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where settings are written: {@code harness.properties} in the nearest folder upwards, system properties, which win over it, and
 * what one run was told, which wins over both.
 */
final class SettingSources {

    private static final String FILE = "harness.properties";

    private SettingSources() {}

    static Map<String, String> read(Map<String, String> told, Properties system, Path workingDirectory) {
        var merged = new TreeMap<String, String>();
        for (Path folder = workingDirectory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.exists(file)) {
                addAll(merged, texts(load(file)), name -> true);
                break;
            }
        }
        addAll(merged, texts(system), name -> name.startsWith(Setting.PREFIX) || Setting.knows(name));
        addAll(merged, told, name -> true);
        return merged;
    }

    /** The file holds nothing but settings, so that a wrong name in it is one; a process has properties of many others. */
    private static void addAll(Map<String, String> merged, Map<String, String> source, Predicate<String> ours) {
        source.forEach((name, value) -> {
            // An empty value is what a shell gives for a variable that is not set.
            if (!value.isBlank() && ours.test(name)) {
                merged.put(name, value.strip());
            }
        });
    }

    private static Map<String, String> texts(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
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
