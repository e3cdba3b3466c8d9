package org.recipeharness.recipes.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** An access token, signed by a realm: a JSON Web Token by RFC 7519. */
public final class Token {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;

    Token(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Reads what it claims; its signature is the server's to check.
     *
     * @return the claims, such as {@code iss}
     * @throws IOException when it is no such token
     */
    public JsonNode claims() throws IOException {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IOException(
                    "Reading an access token: found " + parts.length + " parts, expected header, claims and signature");
        }
        return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    /** Shows nothing of it, as it lets in whoever has it. */
    @Override
    public String toString() {
        return "an access token";
    }
}
