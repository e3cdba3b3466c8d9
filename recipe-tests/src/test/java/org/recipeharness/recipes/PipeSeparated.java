package org.recipeharness.recipes;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A table beside this class, a row a line: the first one names the columns, and those that begin with a number sign are notes. */
final class PipeSeparated {

    private static final Pattern COLUMNS = Pattern.compile("\\|");

    private PipeSeparated() {}

    static List<List<String>> rows(String resource) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                requireNonNull(PipeSeparated.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> Arrays.stream(COLUMNS.split(line, -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        }
    }

    static Optional<String> written(String cell) {
        return Optional.of(cell).filter(Predicate.not(String::isEmpty));
    }
}
