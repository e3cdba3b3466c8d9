package org.recipeharness.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the variables that stand for a version in the names of configs, such as {@code ${STACK_NAME}_app_ini_${APP_INI_VERSION}}. */
final class NameVersions {

    private static final String KIND = "configs";
    private static final String STACK_NAME = "STACK_NAME";

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
        for (Reference variable : Reference.in(name)) {
            if (!variable.name().equals(STACK_NAME)) {
                versions.put(key, variable.name());
            }
        }
    }
}
