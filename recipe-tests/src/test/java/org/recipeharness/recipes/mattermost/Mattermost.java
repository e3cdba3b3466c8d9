package org.recipeharness.recipes.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;

/** A Mattermost server, as a client of its API reaches it. */
public final class Mattermost {

    /** The port that the recipe publishes unless {@code MATTERMOST_PORT} is set. */
    public static final int PORT = 18065;

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI address;

    private Mattermost(URI address) {
        this.address = address;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Mattermost of(DeployedApp app) {
        InetSocketAddress node = app.address(PORT);
        return new Mattermost(URI.create("http://" + node.getHostString() + ":" + node.getPort() + "/api/v4/"));
    }

    /**
     * Asks whether it is well.
     *
     * @return its own word, {@code OK}
     * @throws IOException when it is not
     * @throws InterruptedException when the thread is interrupted
     */
    public String ping() throws IOException, InterruptedException {
        return answer("system/ping", request("system/ping").GET(), 200)
                .path("status")
                .asText();
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
        return made(
                        "users",
                        request("users"),
                        Map.of("username", name, "email", name + "@lab.test", "password", password))
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
        HttpResponse<String> response =
                sent(request("users/login").POST(body(Map.of("login_id", name, "password", password))));
        String token = response.headers()
                .firstValue("Token")
                .orElseThrow(() -> new IOException("Signing '" + name + "' in at " + address + ": status "
                        + response.statusCode() + ", without a token"));
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
            JsonNode posts = answer(path, signed(path).GET(), 200);
            return StreamSupport.stream(posts.path("order").spliterator(), false)
                    .map(id -> posts.path("posts")
                            .path(id.asText())
                            .path("message")
                            .asText())
                    .toList();
        }

        private String id(String path, Map<String, String> thing) throws IOException, InterruptedException {
            return made(path, signed(path), thing).path("id").asText();
        }

        private HttpRequest.Builder signed(String path) {
            return request(path).header("Authorization", "Bearer " + token);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(Map<String, String> thing) throws IOException {
        return BodyPublishers.ofString(JSON.writeValueAsString(thing));
    }

    private JsonNode made(String path, HttpRequest.Builder request, Map<String, String> thing)
            throws IOException, InterruptedException {
        return answer(path, request.POST(body(thing)), 201);
    }

    private JsonNode answer(String path, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = sent(request);
        if (response.statusCode() != expected) {
            throw new IOException("Asking Mattermost at " + address + " for " + path + ": status "
                    + response.statusCode() + ", expected " + expected + ". It said: " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
