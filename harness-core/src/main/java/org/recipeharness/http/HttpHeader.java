package org.recipeharness.http;

/** A header; its value may be a secret, so it is never shown. */
record HttpHeader(String name, String value) {

    @Override
    public String toString() {
        return name;
    }
}
