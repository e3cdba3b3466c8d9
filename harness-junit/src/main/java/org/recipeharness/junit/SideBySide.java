package org.recipeharness.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recipeharness.settings.Settings;
import org.recipeharness.settings.SettingsException;

/**
 * Has JUnit run recipes side by side, by its own configuration as system properties: these win over the
 * {@code junit-platform.properties} of a suite, and what its user has set is left alone.
 *
 * @param set what was set, to be taken back
 */
record SideBySide(Map<String, String> set) implements AutoCloseable {

    private static final String PREFIX = "junit.jupiter.execution.parallel.";

    /** Begins with as many as the settings say; with nothing, where these say one, or are wrong, which each class tells. */
    static SideBySide begin() {
        int recipes = atOnce();
        var set = new LinkedHashMap<String, String>();
        if (recipes > 1 && System.getProperty(PREFIX + "enabled") == null) {
            configuration(recipes).forEach((key, value) -> {
                if (System.getProperty(key) == null) {
                    System.setProperty(key, value);
                    set.put(key, value);
                }
            });
        }
        return new SideBySide(set);
    }

    private static Map<String, String> configuration(int recipes) {
        String threads = Integer.toString(recipes);
        return Map.of(
                PREFIX + "enabled", "true",
                PREFIX + "mode.default", "same_thread",
                PREFIX + "mode.classes.default", "same_thread",
                PREFIX + "config.strategy", "fixed",
                PREFIX + "config.fixed.parallelism", threads,
                // Or else JUnit's pool begins with another recipe whenever one waits for something.
                PREFIX + "config.fixed.max-pool-size", threads);
    }

    /** How many recipes run side by side; one, where the settings can't be read. */
    static int atOnce() {
        try {
            return Settings.load().sweeping().parallel();
        } catch (SettingsException e) {
            return 1;
        }
    }

    @Override
    public void close() {
        set.keySet().forEach(System::clearProperty);
    }
}
