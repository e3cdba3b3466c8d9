package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** YAML as maps, lists and scalars in which nothing is left of the places, so that two trees can be compared. */
final class PlainTree {

    private static final Pattern TYPED = Pattern.compile("(?i)[-+.]?[0-9][0-9a-fx_.e+:-]*|true|false");

    private PlainTree() {}

    static Object of(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            Map<String, Object> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, of(value)));
            return entries;
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            return sequence.items().stream().map(PlainTree::of).toList();
        }
        var scalar = (Yaml.Scalar) yaml;
        return scalar.isNull() ? "null" : new Plain(scalar.text(), isTyped(scalar));
    }

    /** Where a text is a text without quotes too, quotes make no difference. */
    private static boolean isTyped(Yaml.Scalar scalar) {
        return scalar.form() == Yaml.Scalar.Form.PLAIN
                && TYPED.matcher(scalar.text()).matches();
    }

    private record Plain(String text, boolean typed) {}
}
