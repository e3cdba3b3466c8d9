package org.recipeharness.junit;

import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.recipeharness.settings.Setting;

/** Settings of the harness as system properties, for a while. */
final class SystemSettings {

    private SystemSettings() {}

    /** Does something with these settings and no others, and puts back what was set before. */
    static <T> T during(Map<String, String> settings, Supplier<T> action) {
        Properties before = System.getProperties();
        var changed = new Properties();
        changed.putAll(before);
        changed.stringPropertyNames().stream().filter(SystemSettings::isOurs).forEach(changed::remove);
        changed.putAll(settings);
        System.setProperties(changed);
        try {
            return action.get();
        } finally {
            System.setProperties(before);
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith("harness.")
                || Arrays.stream(Setting.values())
                        .anyMatch(setting -> setting.key().equals(name));
    }
}
