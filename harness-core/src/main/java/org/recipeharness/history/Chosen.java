package org.recipeharness.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** What a run was held to, as the history has it: an object of JSON. */
final class Chosen {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECIPE = "recipe";

    private Chosen() {}

    static String text(Map<String, String> chosen) {
        return JSON.valueToTree(new TreeMap<>(chosen)).toString();
    }

    /** Whether two runs asked for the same of a recipe, be it alone or one of many. */
    static boolean alike(String written, Map<String, String> chosen) {
        try {
            return without(JSON.readValue(written, new TypeReference<Map<String, String>>() {}))
                    .equals(without(chosen));
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    "Reading the history: found '" + written + "' in runs.chosen, expected an object of JSON", e);
        }
    }

    private static Map<String, String> without(Map<String, String> chosen) {
        var others = new TreeMap<>(chosen);
        others.remove(RECIPE);
        return others;
    }
}
