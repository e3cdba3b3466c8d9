package org.recipeharness.recipes.immich;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.recipes.api.JsonApi;

/** An Immich server, as a client of its API reaches it. */
public final class Immich {

    /** The port that the recipe publishes unless {@code IMMICH_PORT} is set. */
    public static final int PORT = 12283;

    private final JsonApi api;

    private Immich(JsonApi api) {
        this.api = api;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Immich of(DeployedApp app) {
        return new Immich(JsonApi.of("Immich", app, PORT, "/api/"));
    }

    /**
     * Asks whether it is there.
     *
     * @return its own word, {@code pong}
     * @throws IOException when it is not
     * @throws InterruptedException when the thread is interrupted
     */
    public String ping() throws IOException, InterruptedException {
        return api.ask(api.request("server/ping").GET(), 200).path("res").asText();
    }

    /**
     * Makes the first user, who becomes the administrator.
     *
     * @param name also the first part of the address
     * @param password the user's
     * @throws IOException when there is an administrator already
     * @throws InterruptedException when the thread is interrupted
     */
    public void signUp(String name, String password) throws IOException, InterruptedException {
        api.send(
                api.post("auth/admin-sign-up", Map.of("name", name, "email", address(name), "password", password)),
                201);
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
        return new Session(api.ask(api.post("auth/login", Map.of("email", address(name), "password", password)), 201)
                .path("accessToken")
                .asText());
    }

    private static String address(String name) {
        return name + "@lab.test";
    }

    /** What a user who is signed in can do. */
    public final class Session {

        private final String token;

        private Session(String token) {
            this.token = token;
        }

        /**
         * Uploads a picture.
         *
         * @param file its name
         * @param content its bytes
         * @return its id; that of the one that is there already, if it is known
         * @throws IOException when it is not taken
         * @throws InterruptedException when the thread is interrupted
         */
        public String upload(String file, byte[] content) throws IOException, InterruptedException {
            String boundary = UUID.randomUUID().toString();
            HttpRequest.Builder request = api.request("assets")
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.ofByteArray(form(boundary, file, content)));
            return api.ask(signed(request), 200, 201).path("id").asText();
        }

        /**
         * Downloads a picture.
         *
         * @param picture its id
         * @return its bytes, as they were uploaded
         * @throws IOException when its row or its file is not there
         * @throws InterruptedException when the thread is interrupted
         */
        public byte[] download(String picture) throws IOException, InterruptedException {
            return api.send(
                            signed(api.request("assets/" + picture + "/original")
                                    .GET()),
                            200)
                    .body();
        }

        /**
         * Lists the user's pictures.
         *
         * @return the names of their files, the latest first
         * @throws IOException when they can't be listed
         * @throws InterruptedException when the thread is interrupted
         */
        public List<String> pictures() throws IOException, InterruptedException {
            return StreamSupport.stream(
                            api.ask(signed(api.post("search/metadata", Map.of())), 200)
                                    .path("assets")
                                    .path("items")
                                    .spliterator(),
                            false)
                    .map(picture -> picture.path("originalFileName").asText())
                    .toList();
        }

        private HttpRequest.Builder signed(HttpRequest.Builder request) {
            return request.header("Authorization", "Bearer " + token);
        }
    }

    // A form with one file, as RFC 7578 has it.
    private static byte[] form(String boundary, String file, byte[] content) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(ascii("--" + boundary + "\r\nContent-Disposition: form-data; name=\"assetData\"; filename=\""
                + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        form.writeBytes(content);
        form.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        return form.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
