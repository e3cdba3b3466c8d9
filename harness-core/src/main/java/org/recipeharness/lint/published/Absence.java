package org.recipeharness.lint.published;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;

/**
 * Why a variable has no value.
 *
 * @param variable its name
 * @param kind which of the reasons it is
 * @param origin the line of the sample that mentions it, or the place that sets it to nothing; the sample where there is none
 */
public record Absence(String variable, Kind kind, Origin origin) {

    private static final String DOMAIN = "DOMAIN";

    /** How a variable comes to have no value. */
    public enum Kind {
        /** No file sets it, nor mentions it in a comment of the sample. */
        UNSET,
        /** The sample has it in a comment only. */
        COMMENTED,
        /** It is set to nothing. */
        EMPTY
    }

    /**
     * Finds the variables of a text that have no value and that nothing stands in for.
     *
     * @param written the text
     * @param recipe whose files may set them
     * @return in the text's order, each once
     */
    public static List<Absence> in(String written, Published recipe) {
        return Reference.in(written).stream()
                .filter(reference -> !reference.isRequired() && reference.word().isEmpty())
                .map(Reference::name)
                .distinct()
                .flatMap(name -> of(name, recipe).stream())
                .toList();
    }

    private static Optional<Absence> of(String name, Published recipe) {
        Optional<Variable> set = operated(recipe).find(name);
        if (set.isPresent()) {
            return set.filter(found -> found.value().isEmpty())
                    .map(found -> new Absence(name, Kind.EMPTY, found.origin()));
        }
        Pattern comment = Pattern.compile("^\\s*#.*(?<!\\w)" + Pattern.quote(name) + "=");
        List<String> lines = recipe.sampleText().orElse("").lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            Matcher line = comment.matcher(lines.get(number - 1));
            if (line.find()) {
                return Optional.of(new Absence(name, Kind.COMMENTED, new Origin(Published.ENV_SAMPLE, number)));
            }
        }
        return Optional.of(new Absence(name, Kind.UNSET, Origin.of(Published.ENV_SAMPLE)));
    }

    /** Gives a recipe's variables with what abra itself asks of each operator, whatever the sample says. */
    public static Variables operated(Published recipe) {
        Variables variables = recipe.variables();
        for (String own : List.of(DOMAIN, Published.STACK_NAME)) {
            if (variables.find(own).map(Variable::value).orElse("").isEmpty()) {
                variables = variables.with(own, "demo", Origin.of("abra"));
            }
        }
        return variables;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case UNSET -> variable + ", which no file sets";
            case COMMENTED -> variable + ", which only a comment mentions (" + origin + ")";
            case EMPTY -> variable + ", which is set to nothing (" + origin + ")";
        };
    }
}
