package org.recipeharness.recipes.keycloak;

import java.util.List;
import java.util.Map;

/**
 * A user of a realm.
 *
 * @param name in small letters
 * @param password the user's
 */
public record User(String name, String password) {

    // With all that Keycloak asks of a profile: it lets nobody in whose account is not whole.
    Map<String, Object> representation() {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                email(),
                "emailVerified",
                true,
                "firstName",
                name,
                "lastName",
                "Harbour",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
    }

    /**
     * Gives the user's address.
     *
     * @return made of the name
     */
    public String email() {
        return name + "@lab.test";
    }

    /** Shows the name alone. */
    @Override
    public String toString() {
        return name;
    }
}
