package org.recipeharness.stack;

import java.time.Duration;
import java.util.Optional;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml.Mapping;

/**
 * Reads how long abra waits for a deploy of the recipe: the label {@code coop-cloud.<stack>.timeout} of the service {@code app},
 * in seconds, which recipes mostly fill from the variable {@code TIMEOUT}.
 */
final class DeclaredTimeout {

    private DeclaredTimeout() {}

    static Optional<Duration> of(StackName stack, Mapping root) {
        String label = "coop-cloud." + stack + ".timeout";
        Mapping services = root.mapping("services");
        if (services.find(AbraLabels.SERVICE).isEmpty()) {
            return Optional.empty();
        }
        Mapping labels = services.mapping(AbraLabels.SERVICE).mapping("deploy").mapping("labels");
        return labels.text(label).filter(seconds -> !seconds.isBlank()).map(seconds -> {
            if (!seconds.matches("[1-9]\\d{0,5}")) {
                throw new ComposeException(
                        labels.find(label).orElseThrow().origin(),
                        "the label " + label + " is '" + seconds + "', expected a number of seconds, such as 600");
            }
            return Duration.ofSeconds(Long.parseLong(seconds));
        });
    }
}
