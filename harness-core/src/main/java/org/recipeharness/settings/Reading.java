package org.recipeharness.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings being read: all that is wrong with them is told at once. */
final class Reading {

    private final Map<String, String> written;
    private final List<String> problems = new ArrayList<>();

    Reading(Map<String, String> written) {
        this.written = written;
        written.keySet().stream()
                .filter(key -> !Setting.knows(key))
                .forEach(key -> problems.add("'" + key + "' is not a setting. Known ones:" + Setting.known()));
    }

    <T> T of(Setting setting, T otherwise, Function<String, T> parser) {
        return Optional.ofNullable(written.get(setting.key()))
                .flatMap(value -> parse(setting.key(), value, parser))
                .orElse(otherwise);
    }

    <T> Optional<T> parse(String key, String value, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(value));
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
