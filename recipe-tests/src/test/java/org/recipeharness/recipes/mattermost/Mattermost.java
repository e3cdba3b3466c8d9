package org.recipeharness.recipes.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipes.api.JsonApi;

/** A Mattermost server, as a client of its API reaches it. */
public final class Mattermost {

    /** The port that the recipe publishes unless {@code MATTERMOST_PORT} is set. */
    public static final int PORT = 18065;

    private final JsonApi api;

    private Mattermost(JsonApi api) {
        this.api = api;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Mattermost of(DeployedApp app) {
        return new Mattermost(JsonApi.of("Mattermost", app, PORT, "/api/v4/"));
    }

    /**
     * Asks whether it is well.
     *
     * @return its own word, {@code OK}
     * @throws IOException when it is not
     * @throws InterruptedException when the thread is interrupted
     */
    public String ping() throws IOException, InterruptedException {
        return api.ask(api.request("system/ping").GET(), 200).path("status").asText();
    }

    /**
     * Makes a user.
     *
     * @param name also the first part of an address
     * @param password the user's
     * @return the user's roles
     * @throws IOException when it is not made
     * @throws InterruptedException when the thread is interrupted
     */
    public String register(String name, String password) throws IOException, InterruptedException {
        return api.ask(
                        api.post("users", Map.of("username", name, "email", name + "@lab.test", "password", password)),
                        201)
                .path("roles")
                .asText();
    }

    /**
     * Signs a user in.
     *
     * @param name the user
     * @param password the user's
     * @return what the user can do
     * @throws IOException when the user is not let in
     * @throws InterruptedException when the thread is interrupted
     */
    public Session signIn(String name, String password) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                api.send(api.post("users/login", Map.of("login_id", name, "password", password)), 200);
        String token = response.headers()
                .firstValue("Token")
                .orElseThrow(() -> new IOException("Signing '" + name + "' in at " + response.uri()
                        + ": its answer has no header 'Token', expected the session's"));
        return new Session(token);
    }

    /** What a user who is signed in can do. */
    public final class Session {

        private final String token;

        private Session(String token) {
            this.token = token;
        }

        /**
         * Makes a channel in a team of the same name.
         *
         * @param name lower case
         * @return the channel's id
         * @throws IOException when it is not made
         * @throws InterruptedException when the thread is interrupted
         */
        public String open(String name) throws IOException, InterruptedException {
            String team = id("teams", Map.of("name", name, "display_name", name, "type", "O"));
            return id("channels", Map.of("team_id", team, "name", name, "display_name", name, "type", "O"));
        }

        /**
         * Writes a message.
         *
         * @param channel the channel's id
         * @param message what to write
         * @return the post's id
         * @throws IOException when it is not taken
         * @throws InterruptedException when the thread is interrupted
         */
        public String post(String channel, String message) throws IOException, InterruptedException {
            return id("posts", Map.of("channel_id", channel, "message", message));
        }

        /**
         * Reads a channel.
         *
         * @param channel the channel's id
         * @return its messages, the latest first
         * @throws IOException when it can't be read
         * @throws InterruptedException when the thread is interrupted
         */
        public List<String> messages(String channel) throws IOException, InterruptedException {
            String path = "channels/" + channel + "/posts";
            JsonNode posts = api.ask(signed(api.request(path).GET()), 200);
            return StreamSupport.stream(posts.path("order").spliterator(), false)
                    .map(id -> posts.path("posts")
                            .path(id.asText())
                            .path("message")
                            .asText())
                    .toList();
        }

        private String id(String path, Map<String, String> thing) throws IOException, InterruptedException {
            return api.ask(signed(api.post(path, thing)), 201).path("id").asText();
        }

        private HttpRequest.Builder signed(HttpRequest.Builder request) {
            return request.header("Authorization", "Bearer " + token);
        }
    }
}
