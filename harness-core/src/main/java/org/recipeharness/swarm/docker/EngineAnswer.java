package org.recipeharness.swarm.docker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the engine answers on a connection of our own.
 *
 * @param status the line that it begins with
 * @param body what comes behind its head, not yet read
 */
record EngineAnswer(String status, InputStream body) {

    /** Reads an answer as far as its head goes. */
    static EngineAnswer of(InputStream connection) throws IOException {
        String status = line(connection);
        InputStream body = connection;
        for (String header = line(connection).toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line(connection).toLowerCase(Locale.ROOT)) {
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (header.startsWith("content-length:")) {
                body = PartedBody.ofLength(connection, Long.parseLong(value));
            } else if (header.startsWith("transfer-encoding:") && value.equals("chunked")) {
                body = PartedBody.chunked(connection);
            }
        }
        return new EngineAnswer(status, body);
    }

    boolean is(int code) {
        return status.contains(" " + code + " ");
    }

    /** Makes an error of what the engine says instead of doing what it was asked. */
    IOException refusal() throws IOException {
        String said = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8).strip();
        return new IOException("the engine answered '" + status + "': " + said);
    }

    /** Reads a line of an answer, without its end. */
    static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the engine closed the connection within its answer's head");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }
}
