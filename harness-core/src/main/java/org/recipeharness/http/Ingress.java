package org.recipeharness.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the apps of a swarm and passes each request on by the domain that it asks for.
 *
 * @param host its address or name
 * @param httpsPort where it takes what is asked at port 443
 * @param httpPort where it takes what is asked at port 80
 */
public record Ingress(String host, int httpsPort, int httpPort) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Pattern WRITTEN = Pattern.compile("([^\\s:/]+)(?::(\\d{1,5})(?::(\\d{1,5}))?)?");

    /**
     * Reads an ingress as a setting names it.
     *
     * @param text {@code host[:httpsPort[:httpPort]]}; the ports are 443 and 80 where they are left out
     * @return the ingress
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static Ingress parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw unreadable(text);
        }
        return new Ingress(written.group(1), port(text, written.group(2), HTTPS), port(text, written.group(3), HTTP));
    }

    private static int port(String text, @Nullable String written, int otherwise) {
        int port = written == null ? otherwise : Integer.parseInt(written);
        if (port < 1 || port > 65535) {
            throw unreadable(text);
        }
        return port;
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "found '" + text + "', expected host[:httpsPort[:httpPort]], such as 127.0.0.1:8443:8080");
    }

    /** Tells which of its own ports a port of a domain behind it is; what is neither HTTPS nor HTTP stays as it is. */
    int portFor(int asked) {
        return switch (asked) {
            case HTTPS -> httpsPort;
            case HTTP -> httpPort;
            default -> asked;
        };
    }
}
