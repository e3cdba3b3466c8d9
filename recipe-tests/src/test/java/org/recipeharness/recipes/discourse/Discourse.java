package org.recipeharness.recipes.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipes.api.JsonApi;
import org.recipeharness.swarm.ExecResult;

/** A Discourse server, as a client of its API reaches it. */
public final class Discourse {

    /** The port that the recipe publishes unless {@code DISCOURSE_PORT} is set. */
    public static final int PORT = 13000;

    private final DeployedApp app;
    private final JsonApi api;

    private Discourse(DeployedApp app, JsonApi api) {
        this.app = app;
        this.api = api;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Discourse of(DeployedApp app) {
        return new Discourse(app, JsonApi.of("Discourse", app, PORT, "/"));
    }

    /**
     * Asks whether it is well.
     *
     * @return its own word, {@code ok}
     * @throws IOException when it is not
     * @throws InterruptedException when the thread is interrupted
     */
    public String status() throws IOException, InterruptedException {
        return new String(api.send(api.request("srv/status").GET(), 200).body(), StandardCharsets.UTF_8);
    }

    /**
     * Lists the categories that everybody sees.
     *
     * @return their names
     * @throws IOException when they can't be read
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> categories() throws IOException, InterruptedException {
        JsonNode site = api.ask(api.request("site.json").GET(), 200);
        return StreamSupport.stream(site.path("categories").spliterator(), false)
                .map(category -> category.path("name").asText())
                .toList();
    }

    /**
     * Makes a key in the server's container, as its administrator does, and acts as the user {@code system} with it.
     *
     * @return what the administrator can do
     * @throws IOException when there is no key
     * @throws InterruptedException when the thread is interrupted
     */
    public Administrator administrator() throws IOException, InterruptedException {
        ExecResult made = app.exec().run("rake", "api_key:create_master[recipe harness]");
        String key = made.out().strip();
        if (made.exit() != 0 || key.isEmpty()) {
            throw new IOException("Making an API key of Discourse by rake: exit code " + made.exit() + ", it said: "
                    + (made.err().isBlank() ? "nothing" : made.err().strip()));
        }
        return new Administrator(key);
    }

    /** What one can do who may do everything. */
    public final class Administrator {

        private final String key;

        private Administrator(String key) {
            this.key = key;
        }

        /**
         * Begins a topic.
         *
         * @param title 15 characters or more; Discourse makes it prettier
         * @param text of its first post, 20 characters or more
         * @return the topic's id
         * @throws IOException when it is not taken
         * @throws InterruptedException when the thread is interrupted
         */
        public int post(String title, String text) throws IOException, InterruptedException {
            return api.ask(signed(api.post("posts.json", Map.of("title", title, "raw", text))), 200)
                    .path("topic_id")
                    .asInt();
        }

        /**
         * Reads a topic.
         *
         * @param id the topic's
         * @return its title and its posts
         * @throws IOException when it can't be read
         * @throws InterruptedException when the thread is interrupted
         */
        public Topic topic(int id) throws IOException, InterruptedException {
            JsonNode topic = api.ask(signed(api.request("t/" + id + ".json").GET()), 200);
            JsonNode posts = topic.path("post_stream").path("posts");
            return new Topic(
                    topic.path("title").asText(),
                    StreamSupport.stream(posts.spliterator(), false)
                            .map(post -> post.path("cooked").asText())
                            .toList());
        }

        private HttpRequest.Builder signed(HttpRequest.Builder request) {
            return request.header("Api-Key", key).header("Api-Username", "system");
        }
    }

    /**
     * A topic.
     *
     * @param title as Discourse shows it
     * @param posts the posts' HTML, the first one first
     */
    public record Topic(String title, List<String> posts) {

        public Topic {
            posts = List.copyOf(posts);
        }
    }
}
