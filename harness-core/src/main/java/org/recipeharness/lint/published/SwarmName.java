package org.recipeharness.lint.published;

import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.stack.External;

/** The names that secrets and configs have on a swarm. */
public final class SwarmName {

    private SwarmName() {}

    /**
     * Tells what a thing is called there.
     *
     * @return empty where its variables can't be put in
     */
    public static Optional<String> of(Thing thing, Variables variables) {
        Optional<Scalar> written = written(thing);
        if (written.isPresent()) {
            return Published.resolved(written.get(), variables);
        }
        String stack =
                variables.find(Published.STACK_NAME).map(found -> found.value()).orElse("");
        return Optional.of(External.is(thing.written()) ? thing.key() : stack + "_" + thing.key());
    }

    /** Gives the name as it is written; empty where docker makes it up. */
    public static Optional<Scalar> written(Thing thing) {
        return Stream.concat(Scalars.at(thing.written(), "name"), Scalars.at(thing.written(), "external", "name"))
                .findFirst();
    }
}
