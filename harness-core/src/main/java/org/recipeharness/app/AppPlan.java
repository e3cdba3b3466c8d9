package org.recipeharness.app;

import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.stack.RenderedStack;

/**
 * An app that is to be deployed.
 *
 * @param checkout the recipe at the commit that is deployed
 * @param domain the domain that the app answers at
 * @param access how it is reached over HTTP
 * @param node the address at which the ports that the swarm's nodes publish are reached
 * @param mainService the service that is meant where none is named, within the stack's names
 * @param stack what is sent
 * @param drift in what it differs from what the recipe ships, because a test asked for it
 * @param masking what must not be shown of it
 */
public record AppPlan(
        Checkout checkout,
        String domain,
        HttpAccess access,
        String node,
        String mainService,
        RenderedStack stack,
        List<String> drift,
        Masking masking) {

    public AppPlan {
        drift = List.copyOf(drift);
        if (stack.service(mainService).isEmpty()) {
            throw unknownService(mainService, stack);
        }
    }

    static IllegalArgumentException unknownService(String service, RenderedStack stack) {
        return new IllegalArgumentException("Looking for the service '" + service + "' of stack " + stack.name()
                + ": it has none of that name. Its services: "
                + String.join(
                        ", ", stack.services().stream().map(each -> each.name()).toList())
                + ". The main service is declared by @RecipeDeployment(mainService = ...)");
    }
}
