package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Thing;

/**
 * Looks for durations that are variables.
 *
 * <p>abra checks a compose file's form before it puts variables in, and <code>${WAIT}</code> has not the form of a duration.
 */
public final class LiteralDurations implements Check.OfOne {

    private static final List<String[]> FIELDS = List.of(
            path("stop_grace_period"),
            path("healthcheck", "interval"),
            path("healthcheck", "timeout"),
            path("healthcheck", "start_period"),
            path("healthcheck", "start_interval"),
            path("deploy", "restart_policy", "delay"),
            path("deploy", "restart_policy", "window"),
            path("deploy", "update_config", "delay"),
            path("deploy", "update_config", "monitor"),
            path("deploy", "rollback_config", "delay"),
            path("deploy", "rollback_config", "monitor"));

    private static String[] path(String... keys) {
        return keys;
    }

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.things("services").flatMap(LiteralDurations::look).toList();
    }

    private static Stream<Remark> look(Thing service) {
        return FIELDS.stream()
                .flatMap(field -> Scalars.at(service.written(), field)
                        .filter(duration -> duration.text().contains("$"))
                        .map(duration -> new Remark(
                                duration.origin(),
                                service.key() + "." + String.join(".", field) + " is '" + duration.text()
                                        + "', and abra accepts no variable in a duration. Write it out, such as 5m")));
    }
}
