package org.recipeharness.recipes.keycloak;

import java.util.List;
import java.util.Map;

/**
 * A public client of a realm: an app that users log in to.
 *
 * @param id its id
 * @param redirect where users are sent after they have logged in
 */
public record Client(String id, String redirect) {

    /** What the master realm has for command lines; it knows no redirect. */
    static final Client ADMIN_CLI = new Client("admin-cli", "");

    Map<String, Object> representation() {
        return Map.of(
                "clientId", id,
                "publicClient", true,
                "directAccessGrantsEnabled", true,
                "standardFlowEnabled", true,
                "redirectUris", List.of(redirect));
    }
}
