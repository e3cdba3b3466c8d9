package org.recipeharness.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.AbstractAssert;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpException;
import org.recipeharness.http.HttpRequest;

/** Asserts on what a request was answered with; a failure shows status and first lines of the body, secrets masked. */
public final class HttpAnswerAssert extends AbstractAssert<HttpAnswerAssert, HttpAnswer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    HttpAnswerAssert(HttpAnswer actual) {
        super(actual, HttpAnswerAssert.class);
    }

    static HttpAnswerAssert sending(HttpRequest request) {
        try {
            return new HttpAnswerAssert(request.send());
        } catch (HttpException e) {
            throw new AssertionError("Expected an answer, but " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the answer to " + request + " was waited for", e);
        }
    }

    /**
     * Asserts on the status.
     *
     * @param status what it should be
     * @return this
     */
    public HttpAnswerAssert answers(int status) {
        if (actual.status() != status) {
            throw told("%nExpected status: %s%nbut %s".formatted(status, actual));
        }
        return this;
    }

    /**
     * Asserts that a header is there.
     *
     * @param name in any case
     * @return this
     */
    public HttpAnswerAssert hasHeader(String name) {
        if (actual.header(name).isEmpty()) {
            throw told("%nExpected a header: %s%nbut there is none, and %s".formatted(name, actual));
        }
        return this;
    }

    /**
     * Asserts on a header's value.
     *
     * @param name in any case
     * @param value what it should be; where the header is there more than once, what one of them should be
     * @return this
     */
    public HttpAnswerAssert hasHeader(String name, String value) {
        if (!actual.headers(name).contains(value)) {
            throw told("%nExpected header %s: %s%nbut it was: %s%nand %s"
                    .formatted(name, value, String.join(", ", actual.headers(name)), actual));
        }
        return this;
    }

    /**
     * Asserts on a value within a body of JSON.
     *
     * @param pointer a JSON pointer by RFC 6901, such as {@code /tags/0/name}; the empty one is the whole body
     * @param value what it should be: a text, a number, a boolean, a list or a map
     * @return this
     */
    public HttpAnswerAssert hasJson(String pointer, Object value) {
        JsonNode found = json().at(pointer);
        // As it is written, since a tree tells an int from a long of the same value.
        if (found.isMissingNode()
                || !found.toString().equals(JSON.valueToTree(value).toString())) {
            throw told("%nExpected JSON at %s: %s%nbut it was: %s%nand %s"
                    .formatted(pointer, JSON.valueToTree(value), found.isMissingNode() ? "missing" : found, actual));
        }
        return this;
    }

    private JsonNode json() {
        try {
            return actual.json();
        } catch (HttpException.Unreadable e) {
            throw told("%nExpected JSON%nbut %s".formatted(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Asserts that the body holds a text.
     *
     * @param text what it should hold
     * @return this
     */
    public HttpAnswerAssert bodyContains(String text) {
        if (!actual.text().contains(text)) {
            throw told("%nExpected the body to hold: %s%nbut %s".formatted(text, actual));
        }
        return this;
    }

    /**
     * Asserts that the server has shown a certificate for a host.
     *
     * @param host such as {@code app.domain()}
     * @return this
     */
    public HttpAnswerAssert certificateIsFor(String host) {
        if (!actual.isCertifiedFor(host)) {
            throw told("%nExpected a certificate for: %s%nbut it is for: %s%nand %s"
                    .formatted(host, String.join(", ", actual.certificateNames()), actual));
        }
        return this;
    }

    /** Secrets may be in the expected value as well as in the found one. */
    private AssertionError told(String message) {
        return failure("%s", actual.masked(message));
    }
}
