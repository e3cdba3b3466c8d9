package org.recipeharness.lint.docker;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.stack.StackSecrets;

/** Measures the names of secrets and configs. */
public final class SwarmNames implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        String stack = recipe.variables()
                .find(Published.STACK_NAME)
                .map(found -> found.value())
                .orElse("");
        return Stream.of("secrets", "configs")
                .flatMap(recipe::things)
                .flatMap(thing -> SwarmName.of(thing, recipe.variables()).stream()
                        .filter(name -> name.length() > StackSecrets.LONGEST_NAME)
                        .map(name -> new Remark(
                                thing.origin(),
                                "'" + thing.key() + "' is called '" + name + "' on the swarm, which has "
                                        + name.length() + " characters, " + stack.length()
                                        + " of them for the stack; docker takes " + StackSecrets.LONGEST_NAME
                                        + ". Choose a shorter name or a shorter domain")))
                .toList();
    }
}
