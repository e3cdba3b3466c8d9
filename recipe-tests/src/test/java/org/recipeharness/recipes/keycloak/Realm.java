package org.recipeharness.recipes.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpRequest;

/** A realm, as a client and a user's browser reach it by OpenID Connect. */
public final class Realm {

    private static final String SCOPE = "openid profile email";
    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private final DeployedApp app;
    private final String name;
    private final Client client;

    Realm(DeployedApp app, String name, Client client) {
        this.app = app;
        this.name = name;
        this.client = client;
    }

    /**
     * Asks for what a client is configured by.
     *
     * @return such as {@code issuer} and {@code token_endpoint}
     * @throws IOException when the realm is not there
     * @throws InterruptedException when the thread is interrupted
     */
    public JsonNode discovery() throws IOException, InterruptedException {
        return Requests.send(app.http("/realms/" + name + "/.well-known/openid-configuration"), 200)
                .json();
    }

    /**
     * Logs a user in by name and password, without a browser.
     *
     * @param user the user
     * @return what lets the client in
     * @throws IOException when the user is not let in
     * @throws InterruptedException when the thread is interrupted
     */
    public Token logInByPassword(User user) throws IOException, InterruptedException {
        return logInByPassword(user, SCOPE);
    }

    Token logInByPassword(User user, String scope) throws IOException, InterruptedException {
        return token(
                Map.of("grant_type", "password", "scope", scope, "username", user.name(), "password", user.password()));
    }

    /**
     * Tells why a user is not let in by a password.
     *
     * @param user the user
     * @return the error by RFC 6749, such as {@code invalid_grant}
     * @throws IOException when the user is let in, or there is no answer
     * @throws InterruptedException when the thread is interrupted
     */
    public String refusal(User user) throws IOException, InterruptedException {
        Map<String, String> grant =
                Map.of("grant_type", "password", "username", user.name(), "password", user.password());
        return Requests.send(tokenRequest(grant), 400, 401).json().path("error").asText();
    }

    /**
     * Logs a user in as a browser does: by the login page, whose redirect brings a code, and the client has a token for that.
     *
     * @param user the user
     * @return what lets the client in
     * @throws IOException when a step is answered otherwise
     * @throws InterruptedException when the thread is interrupted
     */
    public Token logInByCode(User user) throws IOException, InterruptedException {
        String state = UUID.randomUUID().toString();
        HttpAnswer page = Requests.send(
                app.http("/realms/" + name + "/protocol/openid-connect/auth?response_type=code"
                        + "&client_id=" + client.id() + "&redirect_uri=" + client.redirect()
                        + "&scope=openid%20profile%20email&state=" + state),
                200);
        String form = found(LOGIN_FORM, page.text(), "the login form on the page that " + page.asked() + " gives")
                .replace("&amp;", "&");
        HttpAnswer sent = Requests.send(
                app.http(URI.create(form))
                        .header("Cookie", cookies(page))
                        .form(Map.of("username", user.name(), "password", user.password())),
                302);
        String location = sent.header("Location").orElse("");
        if (!location.startsWith(client.redirect() + "?")) {
            throw new IOException("Logging in by the form of the realm '" + name + "': it redirects to '"
                    + location.replaceFirst("\\?.*", "") + "', expected '" + client.redirect() + "'");
        }
        if (!found(STATE, location, "the state in the redirect to the client").equals(state)) {
            throw new IOException("Logging in by the form of the realm '" + name
                    + "': the redirect has another state than the request, expected the same");
        }
        return token(Map.of(
                "grant_type", "authorization_code",
                "redirect_uri", client.redirect(),
                "code", found(CODE, location, "the code in the redirect to the client")));
    }

    /**
     * Asks the server who a token's user is; it lets in only those whose token it has signed itself.
     *
     * @param token the token
     * @return such as {@code preferred_username}
     * @throws IOException when it is not taken
     * @throws InterruptedException when the thread is interrupted
     */
    public JsonNode userOf(Token token) throws IOException, InterruptedException {
        return Requests.send(
                        app.http("/realms/" + name + "/protocol/openid-connect/userinfo")
                                .bearer(token.text()),
                        200)
                .json();
    }

    private Token token(Map<String, String> grant) throws IOException, InterruptedException {
        return new Token(Requests.send(tokenRequest(grant), 200)
                .json()
                .path("access_token")
                .asText());
    }

    private HttpRequest tokenRequest(Map<String, String> grant) {
        var fields = new HashMap<>(grant);
        fields.put("client_id", client.id());
        return app.http("/realms/" + name + "/protocol/openid-connect/token").form(fields);
    }

    private String found(Pattern pattern, String text, String what) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("Logging in to the realm '" + name + "': did not find " + what + ", expected "
                    + pattern + " to match");
        }
        return matcher.group(1);
    }

    private static String cookies(HttpAnswer answer) {
        List<String> set = answer.headers("Set-Cookie");
        return set.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
    }
}
