package org.recipeharness.compose;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.recipe.Origin;

/** An app's environment: each variable with the place that had the last word on it. */
public final class Variables {

    private static final Variables NONE = new Variables(Map.of());

    private final Map<String, Variable> byName;

    private Variables(Map<String, Variable> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Gives the empty environment.
     *
     * @return no variables
     */
    public static Variables none() {
        return NONE;
    }

    /**
     * Adds variables; a later one of the same name wins.
     *
     * @param more what to add, in order
     * @return a copy with them
     */
    public Variables with(Collection<Variable> more) {
        var all = new LinkedHashMap<>(byName);
        more.forEach(variable -> all.put(variable.name(), variable));
        return new Variables(all);
    }

    /**
     * Adds one variable; it wins over one of the same name.
     *
     * @param name its name
     * @param value its value
     * @param origin who says so
     * @return a copy with it
     */
    public Variables with(String name, String value, Origin origin) {
        return with(List.of(new Variable(name, value, "", origin)));
    }

    /**
     * Looks a variable up.
     *
     * @param name its name
     * @return the variable, or empty when nobody has set it
     */
    public Optional<Variable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Puts these variables into a text of a compose file, as docker does.
     *
     * @param text the text as it is written
     * @param origin where, for errors
     * @return the text with its references resolved; a variable that nobody has set is empty
     * @throws ComposeException when a variable is required and missing, or a reference can't be read
     */
    public String putInto(String text, Origin origin) {
        return new Interpolation(this).interpolate(text, origin);
    }

    /**
     * Lists all variables.
     *
     * @return in the order in which their names first appeared
     */
    public Collection<Variable> all() {
        return byName.values();
    }
}
