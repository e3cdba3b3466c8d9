package org.recipeharness.sweep;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.recipeharness.settings.Setting;

/** The system properties of a run alone: those of the sweep, but for what makes it one of many. */
final class AloneSettings {

    /** No load. */
    private static final String NO_LOAD = "none";

    /** What a JVM says of itself, and Surefire of the class path; what was told it, such as a proxy, is handed on. */
    private static final Pattern NOT_TOLD = Pattern.compile("java\\.(?!net\\.|util\\.|security\\.).*"
            + "|(sun|jdk|os|file|line|path|native|stdin|stdout|stderr|awt|surefire)\\..*"
            + "|user\\.(?!home$).*");

    private AloneSettings() {}

    /**
     * Says with what a recipe is run alone.
     *
     * @param system the properties of this process
     * @param told what JUnit was told for itself, which goes before them
     * @param commit at which commit; empty for the ref of the sweep
     */
    static Map<String, String> of(
            Properties system, Map<String, String> told, String recipe, Path folder, Optional<String> commit) {
        var properties = new TreeMap<String, String>();
        system.stringPropertyNames().stream()
                .filter(name -> !NOT_TOLD.matcher(name).matches())
                .forEach(name -> properties.put(name, system.getProperty(name)));
        properties.putAll(told);
        properties.remove(Setting.RECIPES.key());
        properties.remove(Setting.DEADLINE.key());
        // A file of settings may tell of a load too, and is read again.
        properties.put(Setting.LOAD.key(), NO_LOAD);
        properties.put(Setting.RECIPE.key(), recipe);
        commit.ifPresent(id -> properties.put(Setting.REF.key(), id));
        properties.put(Setting.PARALLEL.key(), "1");
        properties.put(Setting.RERUNS.key(), "0");
        properties.put(Setting.CHANGED_ONLY.key(), "no");
        properties.put(Setting.HISTORY.key(), "none");
        properties.put(Setting.BISECT.key(), "no");
        properties.put(Setting.REPORT.key(), folder.toString());
        properties.put(Setting.REPORTS.key(), folder.resolve("red-tests").toString());
        properties.put(
                "junit.platform.reporting.output.dir",
                folder.resolve("evidence").toString());
        return properties;
    }
}
