package org.recipeharness.recipes.mumble;

/** How far the talk with a server has come. */
public enum Stage {
    CONNECT("TCP connect"),
    TLS("TLS handshake"),
    AUTHENTICATE("authenticate"),
    SYNC("initial sync"),
    LISTEN("listening after the sync");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
