package org.recipeharness.http;

/** How far a request has come. */
public enum HttpPhase {
    LOOK_UP("looking up the host"),
    CONNECT("connecting"),
    HANDSHAKE("the TLS handshake"),
    ANSWER("waiting for the answer"),
    BODY("reading the answer's body");

    private final String words;

    HttpPhase(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
