package org.recipeharness.recipes.mumble;

/**
 * Who joins a server.
 *
 * @param name the user name, as the other clients see it
 * @param password the server's or the account's password; empty for none
 */
public record Identity(String name, String password) {

    /**
     * Names a guest of a server that asks for no password.
     *
     * @param name the user name
     * @return an identity without a password
     */
    public static Identity guest(String name) {
        return new Identity(name, "");
    }

    /** Tells the name, and of the password only whether there is one. */
    @Override
    public String toString() {
        return name + (password.isEmpty() ? " (no password)" : " (password ***)");
    }
}
