package org.recipeharness.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that stand for a version in the names of configs and secrets, such as
 * {@code ${STACK_NAME}_app_ini_${APP_INI_VERSION}}. A name without one is not in it.
 *
 * @param configs variable by the config's key
 * @param secrets variable by the secret's key
 */
public record NameVersions(Map<String, String> configs, Map<String, String> secrets) {

    private static final String STACK_NAME = "STACK_NAME";

    public NameVersions {
        configs = Map.copyOf(configs);
        secrets = Map.copyOf(secrets);
    }

    /**
     * Reads them; of several files, the last one that names a thing holds.
     *
     * @param roots compose files as they are written, in the order in which they are merged
     */
    static NameVersions of(List<Yaml.Mapping> roots) {
        return new NameVersions(of("configs", roots), of("secrets", roots));
    }

    /**
     * Finds a config's variable.
     *
     * @param key the config's key
     * @return the last one in its name beside the stack's, or empty where its name has none
     */
    public Optional<String> ofConfig(String key) {
        return Optional.ofNullable(configs.get(key));
    }

    /**
     * Finds a secret's variable.
     *
     * @param key the secret's key
     * @return the last one in its name beside the stack's, or empty where its name has none
     */
    public Optional<String> ofSecret(String key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /**
     * Names the variable that a config's version would conventionally come from, for a config that has none.
     *
     * @param key the config's key
     * @return such as {@code APP_INI_VERSION} for {@code app_ini}
     */
    public static String conventional(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_VERSION";
    }

    private static Map<String, String> of(String kind, List<Yaml.Mapping> roots) {
        var versions = new HashMap<String, String>();
        for (Yaml.Mapping root : roots) {
            Yaml.Mapping things = root.mapping(kind);
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
