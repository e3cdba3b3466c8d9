package org.recipeharness.app;

import java.util.List;
import org.recipeharness.stack.RenderedStack;

/**
 * The service that is meant where a test names none.
 *
 * @param names what it is called within the stack, the first one that a stack has counts: a recipe may rename it, and its older
 *     releases still have the former name
 */
public record MainService(List<String> names) {

    public MainService {
        names = List.copyOf(names);
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "found the main services " + names + ", expected names of services within the stack, one at least");
        }
    }

    /**
     * Finds it in a stack.
     *
     * @param stack what is to be deployed
     * @return its name there
     * @throws IllegalArgumentException when the stack has a service of none of the names; its services are listed
     */
    public String in(RenderedStack stack) {
        return names.stream()
                .filter(name -> stack.service(name).isPresent())
                .findFirst()
                .orElseThrow(() -> AppPlan.unknownService(String.join("' or '", names), stack));
    }
}
