package org.recipeharness.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the values of settings are written; what is written otherwise is an {@link IllegalArgumentException} that says how. */
final class Written {

    private Written() {}

    static <E extends Enum<E>> E oneOf(Class<E> family, String value) {
        return Arrays.stream(family.getEnumConstants())
                .filter(known -> word(known).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found '" + value + "', expected one of "
                        + Arrays.stream(family.getEnumConstants())
                                .map(Written::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> known) {
        return known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> names(String value) {
        List<String> names =
                Arrays.stream(value.split(",")).map(String::strip).distinct().toList();
        if (!names.stream().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_-]*"))) {
            throw new IllegalArgumentException(
                    "found '" + value + "', expected services' names with commas between them, such as app,web");
        }
        return names;
    }

    static Optional<Boolean> ipvs(String value) {
        return switch (value) {
            case "auto" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> throw new IllegalArgumentException("found '" + value + "', expected auto, yes or no");
        };
    }

    static Duration duration(String value) {
        if (!value.matches("[1-9]\\d{0,5}s")) {
            throw new IllegalArgumentException("found '" + value + "', expected seconds, such as 600s");
        }
        return Duration.ofSeconds(Long.parseLong(value.substring(0, value.length() - 1)));
    }

    static Set<String> recipes(String value) {
        Set<String> recipes =
                Arrays.stream(value.split(",", -1)).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        if (!recipes.stream().allMatch(recipe -> recipe.matches("[a-z0-9][a-z0-9._-]*"))) {
            throw new IllegalArgumentException("found '" + value
                    + "', expected recipes' names with commas between them, such as keycloak,authentik");
        }
        return Collections.unmodifiableSet(recipes);
    }

    static int count(String value, int most) {
        if (!value.matches("[1-9]\\d{0,5}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException("found '" + value + "', expected a number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    /** As Maven has it, a property without a value is true. */
    static boolean yesOrNo(String value) {
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("found '" + value + "', expected yes or no");
        };
    }

    static long bytes(String value) {
        if (!value.matches("[1-9]\\d{0,5}[mg]")) {
            throw new IllegalArgumentException("found '" + value + "', expected MiB or GiB, such as 512m or 1g");
        }
        return Long.parseLong(value.substring(0, value.length() - 1)) << (value.endsWith("g") ? 30 : 20);
    }

    static double percent(String value) {
        if (!value.matches("[1-9]\\d?%")) {
            throw new IllegalArgumentException("found '" + value + "', expected 1% to 99%");
        }
        return Integer.parseInt(value.substring(0, value.length() - 1)) / 100.0;
    }
}
