package org.recipeharness.lint.docker;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Variables;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/**
 * Looks for services whose names on the swarm the engine refuses.
 *
 * @see <a href="https://github.com/moby/swarmkit/blob/master/manager/controlapi/service.go">swarmkit: validateAnnotations</a>
 */
final class EngineNames {

    private static final int LONGEST = 63;

    private static final Pattern DNS_NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");

    private EngineNames() {}

    static List<Remark> look(ComposeDocument document, Variables variables) {
        String stack = variables.find(Published.STACK_NAME).map(Variable::value).orElse("");
        return document.services().entries().entrySet().stream()
                .flatMap(service -> problem(stack, service.getKey()).stream()
                        .map(problem -> new Remark(service.getValue().origin(), problem)))
                .toList();
    }

    private static Optional<String> problem(String stack, String service) {
        String name = stack + "_" + service;
        if (!DNS_NAME.matcher(service).matches()) {
            return Optional.of("the service's name '" + service
                    + "' is no DNS name, so swarm refuses it. Use letters, digits" + " and hyphens");
        }
        return name.length() <= LONGEST
                ? Optional.empty()
                : Optional.of("the service '" + service + "' is called '" + name + "' on the swarm, which has "
                        + name.length() + " characters, " + stack.length() + " of them for the stack; swarm takes "
                        + LONGEST + ". Choose a shorter name or a shorter domain");
    }
}
