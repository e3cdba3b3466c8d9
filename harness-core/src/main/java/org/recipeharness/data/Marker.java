package org.recipeharness.data;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Data that can be nobody else's.
 *
 * @param token what each row begins with: ASCII, and new for each marker
 * @param rows the data, a line or a row each
 */
public record Marker(String token, List<String> rows) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public Marker {
        rows = List.copyOf(rows);
    }

    /**
     * Makes a marker that never was there before.
     *
     * @param run the run's id, so that a finder knows whose it is
     * @return the marker, with rows in more than ASCII
     */
    public static Marker fresh(String run) {
        var random = new byte[8];
        RANDOM.nextBytes(random);
        String token = "recipe-harness-" + run + "-" + HexFormat.of().formatHex(random);
        return new Marker(token, List.of(token + " row 1", token + " row 2: größer als zwölf", token + " row 3"));
    }
}
