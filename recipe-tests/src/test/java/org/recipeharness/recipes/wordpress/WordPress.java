package org.recipeharness.recipes.wordpress;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipes.api.JsonApi;

/** A WordPress site, as a browser and a client of its API reach it. */
public final class WordPress {

    /** The port that the recipe publishes unless {@code WORDPRESS_PORT} is set. */
    public static final int PORT = 18080;

    /** The page that sets a site up, and answers before and after. */
    public static final String INSTALL = "/wp-admin/install.php";

    private static final String POSTS = "wp-json/wp/v2/posts";

    private final JsonApi api;

    private WordPress(JsonApi api) {
        this.api = api;
    }

    /**
     * Finds the site of an app.
     *
     * @param app the app, ready
     * @return its site
     */
    public static WordPress of(DeployedApp app) {
        return new WordPress(JsonApi.of("WordPress", app, PORT, "/"));
    }

    /**
     * Opens the front page; redirects are not followed.
     *
     * @return the status: 200, or 302 of a site that is not set up yet
     * @throws IOException when it answers anything else
     * @throws InterruptedException when the thread is interrupted
     */
    public int front() throws IOException, InterruptedException {
        return api.send(api.request("").GET(), 200, 302).statusCode();
    }

    /**
     * Sets the site up, with its administrator.
     *
     * @param name the administrator's
     * @param password the administrator's
     * @throws IOException when it does not succeed, or is set up already
     * @throws InterruptedException when the thread is interrupted
     */
    public void install(String name, String password) throws IOException, InterruptedException {
        String form = "weblog_title=Lab&user_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&admin_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest.Builder request = api.request(INSTALL.substring(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        String page = new String(api.send(request, 200).body(), StandardCharsets.UTF_8);
        if (!page.contains("Success!")) {
            throw new IOException("Setting WordPress up at " + INSTALL + ": it said '" + page.strip()
                    + "', expected a page with 'Success!'");
        }
    }

    /**
     * Publishes a post.
     *
     * @param name its author
     * @param password the author's
     * @param title what it is called
     * @throws IOException when it is not taken
     * @throws InterruptedException when the thread is interrupted
     */
    public void publish(String name, String password, String title) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder post = api.post(POSTS, Map.of("title", title, "status", "publish"));
        api.send(post.header("Authorization", "Basic " + login), 201);
    }

    /**
     * Lists what everybody can read.
     *
     * @return the titles, the latest first
     * @throws IOException when they can't be listed
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> titles() throws IOException, InterruptedException {
        return StreamSupport.stream(api.ask(api.request(POSTS).GET(), 200).spliterator(), false)
                .map(post -> post.path("title").path("rendered").asText())
                .toList();
    }
}
