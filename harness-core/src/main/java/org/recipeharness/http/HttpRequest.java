package org.recipeharness.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request; each of its methods gives another one, and none sends but {@link #send()}.
 *
 * <p>It is a GET without a body, takes 10 s at most, follows no redirect, and takes no certificate that is not trusted, unless
 * told otherwise.
 */
public final class HttpRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpAccess access;
    private final URI address;
    private final UnaryOperator<String> masking;
    private @Nullable String method;
    private List<HttpHeader> headers = List.of();
    private byte @Nullable [] body;
    private Duration limit = Duration.ofSeconds(10);
    private boolean followsRedirects;
    private boolean takesAnyCertificate;
    private Trust trust;

    HttpRequest(HttpAccess access, URI address, UnaryOperator<String> masking) {
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("found the address '" + address
                    + "', expected http or https and a host, such as https://board.lab.test/");
        }
        this.access = access;
        this.address = address;
        this.masking = masking;
        this.trust = access.trust();
    }

    private HttpRequest(HttpRequest former) {
        this.access = former.access;
        this.address = former.address;
        this.masking = former.masking;
        this.method = former.method;
        this.headers = former.headers;
        this.body = former.body;
        this.limit = former.limit;
        this.followsRedirects = former.followsRedirects;
        this.takesAnyCertificate = former.takesAnyCertificate;
        this.trust = former.trust;
    }

    private HttpRequest with(Consumer<HttpRequest> change) {
        var changed = new HttpRequest(this);
        change.accept(changed);
        return changed;
    }

    /**
     * Sets the method.
     *
     * @param name such as {@code DELETE}; without it a request with a body is a POST, and one without is a GET
     * @return the request
     */
    public HttpRequest method(String name) {
        return with(request -> request.method = name);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return the request
     */
    public HttpRequest header(String name, String value) {
        return with(request -> {
            request.headers = new ArrayList<>(headers);
            request.headers.add(new HttpHeader(name, value));
        });
    }

    /**
     * Sets the body, in place of one that was set before.
     *
     * @param type its media type, such as {@code text/plain}
     * @param content its bytes
     * @return the request
     */
    public HttpRequest body(String type, byte[] content) {
        return with(request -> {
                    request.headers = headers.stream()
                            .filter(header -> !header.name().equalsIgnoreCase(CONTENT_TYPE))
                            .toList();
                    request.body = content.clone();
                })
                .header(CONTENT_TYPE, type);
    }

    /**
     * Sets a body of JSON.
     *
     * @param thing a map, a list, a Jackson tree or a record, as Jackson writes it
     * @return the request
     * @throws IllegalArgumentException when Jackson can't write it
     */
    public HttpRequest json(Object thing) {
        try {
            return body("application/json", JSON.writeValueAsBytes(thing));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Writing a " + thing.getClass().getName() + " as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Sets a body as an HTML form has it.
     *
     * @param fields name to value
     * @return the request
     */
    public HttpRequest form(Map<String, String> fields) {
        String written = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", written.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Says who asks, by name and password.
     *
     * @param user the name
     * @param password the password
     * @return the request
     */
    public HttpRequest basicAuth(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /**
     * Says who asks, by a token.
     *
     * @param token such as an API gives it
     * @return the request
     */
    public HttpRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /**
     * Limits the time that it may take, to the last byte of the answer.
     *
     * @param time how long
     * @return the request
     */
    public HttpRequest within(Duration time) {
        return with(request -> request.limit = time);
    }

    /**
     * Follows redirects, ten at most, with the cookies that are set on the way.
     *
     * @return the request
     */
    public HttpRequest followingRedirects() {
        return with(request -> request.followsRedirects = true);
    }

    /**
     * Takes whatever certificate the server shows, for a server that makes its own; the answer has it.
     *
     * @return the request
     */
    public HttpRequest takingAnyCertificate() {
        return with(request -> request.takesAnyCertificate = true);
    }

    /**
     * Takes certificates of other authorities, for an app that has one of its own.
     *
     * @param authorities whose certificates are taken for this request
     * @return the request
     */
    public HttpRequest trusting(Trust authorities) {
        return with(request -> request.trust = authorities);
    }

    /**
     * Sends it, once.
     *
     * @return the answer, whatever its status
     * @throws HttpException when there is none, of a class that says why
     * @throws InterruptedException when the thread is interrupted; the connection is closed
     */
    public HttpAnswer send() throws HttpException, InterruptedException {
        return new Exchange(this).perform();
    }

    HttpAccess access() {
        return access;
    }

    /**
     * Return where it is sent.
     *
     * @return an address with a host
     */
    public URI address() {
        return address;
    }

    String verb() {
        if (method != null) {
            return method;
        }
        return body == null ? "GET" : "POST";
    }

    List<HttpHeader> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    Duration limit() {
        return limit;
    }

    boolean followsRedirects() {
        return followsRedirects;
    }

    Trust trust() {
        return trust;
    }

    boolean takesAnyCertificate() {
        return takesAnyCertificate;
    }

    UnaryOperator<String> masking() {
        return masking;
    }

    /** Shows method and address, secrets masked. */
    @Override
    public String toString() {
        return masking.apply(verb() + " " + address);
    }
}
