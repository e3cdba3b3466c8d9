package org.recipeharness.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a request was answered with, whole. */
public final class HttpAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_LINES = 8;
    private static final int SHOWN_CHARACTERS = 1000;

    private final String asked;
    private final int status;
    private final List<HttpHeader> headers;
    private final byte[] body;
    private final List<X509Certificate> certificates;
    private final Duration took;
    private final UnaryOperator<String> masking;

    HttpAnswer(
            String asked,
            int status,
            List<HttpHeader> headers,
            byte[] body,
            List<X509Certificate> certificates,
            Duration took,
            UnaryOperator<String> masking) {
        this.asked = asked;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.certificates = certificates;
        this.took = took;
        this.masking = masking;
    }

    /**
     * Tells the status.
     *
     * @return from 200 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Gives a header's first value.
     *
     * @param name in any case
     * @return the value, or empty where the answer has no such header
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * Gives all values of a header, such as {@code Set-Cookie}.
     *
     * @param name in any case
     * @return the values in their order
     */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpHeader::value)
                .toList();
    }

    /**
     * Gives the body.
     *
     * @return its bytes, unpacked where they came compressed; none where there was no body
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Gives the body as a text.
     *
     * @return read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Reads the body as JSON, whatever its type is said to be.
     *
     * @return the tree
     * @throws HttpException.Unreadable when it is none
     */
    public JsonNode json() throws HttpException.Unreadable {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree.isMissingNode()) {
                throw new IOException("it is empty");
            }
            return tree;
        } catch (IOException e) {
            throw new HttpException.Unreadable(asked, "it is no JSON. " + this, e);
        }
    }

    /**
     * Gives the certificates that the server has shown.
     *
     * @return its own first; none where it was asked without TLS
     */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * Tells whether the server's certificate is for a host, by its subject alternative names.
     *
     * @param host such as {@code board.lab.test}; a wildcard covers one label
     * @return false also without TLS
     */
    public boolean isCertifiedFor(String host) {
        return certificateNames().stream().anyMatch(name -> CertificateNames.covers(name, host));
    }

    /**
     * Tells what the server's certificate is for.
     *
     * @return its subject alternative names; none without TLS
     */
    public List<String> certificateNames() {
        return certificates.stream().findFirst().map(CertificateNames::of).orElse(List.of());
    }

    /**
     * Tells how long it took, from the look-up of the host to the body's last byte.
     *
     * @return the time
     */
    public Duration took() {
        return took;
    }

    /**
     * Tells what was asked for.
     *
     * @return such as {@code GET https://board.lab.test/}, secrets masked
     */
    public String asked() {
        return asked;
    }

    /**
     * Hides secrets in a part of this answer.
     *
     * @param text what is about to be shown
     * @return the text without them
     */
    public String masked(String text) {
        return masking.apply(text);
    }

    /** Shows status and the body's first lines, secrets masked. */
    @Override
    public String toString() {
        String whole = masking.apply(text()).strip();
        String shown = String.join("\n", whole.lines().limit(SHOWN_LINES).toList());
        if (shown.length() > SHOWN_CHARACTERS) {
            shown = shown.substring(0, SHOWN_CHARACTERS);
        }
        return asked + " answered " + status
                + (whole.isEmpty()
                        ? ", without a body"
                        : ":\n" + shown + (shown.length() < whole.length() ? "\n..." : ""));
    }
}
