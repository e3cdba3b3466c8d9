package org.recipeharness.recipes.pinboard;

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
import org.recipeharness.app.DeployedApp;

/** A pinboard, as its users reach it. */
public final class Pinboard {

    /** The port that the recipe publishes unless {@code PINBOARD_PORT} is set. */
    public static final int PORT = 18480;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI address;

    private Pinboard(URI address) {
        this.address = address;
    }

    /**
     * Finds the board of an app.
     *
     * @param app the app, ready
     * @param port the port that it publishes
     * @return its board
     */
    public static Pinboard of(DeployedApp app, int port) {
        return new Pinboard(address(app, port));
    }

    static URI address(DeployedApp app, int port) {
        InetSocketAddress node = app.address(port);
        return URI.create("http://" + node.getHostString() + ":" + node.getPort() + "/");
    }

    /**
     * Asks for the version that runs.
     *
     * @return such as {@code 1.2.0}, as its image says
     * @throws IOException when it does not answer with 200
     * @throws InterruptedException when the thread is interrupted
     */
    public String version() throws IOException, InterruptedException {
        return get("version").strip();
    }

    /**
     * Asks for the settings that the server has read.
     *
     * @return JSON; of a secret only how long it is
     * @throws IOException when it does not answer with 200
     * @throws InterruptedException when the thread is interrupted
     */
    public String settings() throws IOException, InterruptedException {
        return get("settings");
    }

    /**
     * Asks for the notes.
     *
     * @return the oldest first
     * @throws IOException when it does not answer with 200
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> notes() throws IOException, InterruptedException {
        return get("notes").lines().toList();
    }

    /**
     * Adds a note.
     *
     * @param note a line
     * @throws IOException when it is not taken
     * @throws InterruptedException when the thread is interrupted
     */
    public void pin(String note) throws IOException, InterruptedException {
        answer("notes", request("notes").POST(BodyPublishers.ofString(note)), 201);
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(path, request(path).GET(), 200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    }

    private String answer(String path, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException("Asking the pinboard at " + address + " for " + path + ": status "
                    + response.statusCode() + ", expected " + expected);
        }
        return response.body();
    }
}
