package org.recipeharness.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What load is to be put on what.
 *
 * @param recipe on which recipe alone; empty for all
 * @param loads what, each kind once at most
 */
public record LoadWish(Optional<String> recipe, List<Load> loads) {

    private static final String NONE = "none";

    private static final String FORM = "expected loads with commas between them, and <recipe>/ in front for one alone: "
            + Load.KINDS + "; mumble/pause:70s,cpu:10%";

    public LoadWish {
        loads = List.copyOf(loads);
    }

    /**
     * Reads a wish as it is written in a setting.
     *
     * @param text such as {@code mumble/pause:70s,cpu:10%}; {@code none} for no load
     * @return the wish
     * @throws IllegalArgumentException when it is written otherwise; the kinds are listed
     */
    public static LoadWish parse(String text) {
        if (text.equals(NONE)) {
            return new LoadWish(Optional.empty(), List.of());
        }
        int slash = text.indexOf('/');
        Optional<String> recipe = slash < 0
                ? Optional.empty()
                : Optional.of(text.substring(0, slash).strip());
        if (recipe.filter(name -> !name.matches("[a-z0-9][a-z0-9._-]*")).isPresent()) {
            throw new IllegalArgumentException("found '" + text + "', " + FORM);
        }
        List<Load> loads = Stream.of(text.substring(slash + 1).split(",", -1))
                .map(String::strip)
                .map(Load::parse)
                .toList();
        if (loads.stream().map(Load::getClass).distinct().count() < loads.size()) {
            throw new IllegalArgumentException("found '" + text + "', which has a kind twice, " + FORM);
        }
        return new LoadWish(recipe, loads);
    }

    /**
     * Tells what is put on a recipe.
     *
     * @param name its name
     * @return empty where it is left alone
     */
    public List<Load> on(String name) {
        return recipe.isEmpty() || recipe.get().equals(name) ? loads : List.of();
    }

    @Override
    public String toString() {
        return recipe.map(name -> name + "/").orElse("")
                + loads.stream().map(Load::toString).collect(Collectors.joining(","));
    }
}
