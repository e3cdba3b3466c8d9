package org.recipeharness.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables that stand for a version in the names of configs, such as {@code ${STACK_NAME}_app_ini_${APP_INI_VERSION}}. */
final class NameVersions {

    private static final String KIND = "configs";
    private static final String STACK_NAME = "STACK_NAME";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

    private NameVersions() {}

    /**
     * Reads them.
     *
     * @param roots compose files as they are written, in the order in which they are merged
     * @return variable by the config's key; the last one of a name, and none where a name has only that of the stack
     */
    static Map<String, String> of(List<Yaml.Mapping> roots) {
        var versions = new HashMap<String, String>();
        for (Yaml.Mapping root : roots) {
            Yaml.Mapping things = root.mapping(KIND);
            for (String key : things.entries().keySet()) {
                things.mapping(key).text("name").ifPresent(name -> note(key, name, versions));
            }
        }
        return versions;
    }

    private static void note(String key, String name, Map<String, String> versions) {
        versions.remove(key);
        Matcher variable = VARIABLE.matcher(name);
        while (variable.find()) {
            if (!variable.group(1).equals(STACK_NAME)) {
                versions.put(key, variable.group(1));
            }
        }
    }
}
