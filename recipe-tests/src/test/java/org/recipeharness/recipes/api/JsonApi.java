package org.recipeharness.recipes.api;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recipeharness.app.DeployedApp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's API that speaks JSON over HTTP, as a client reaches it.
 *
 * <p>A restore of its database ends a server's connections, and the request that meets such a one is answered with 500. So
 * that answer is told, and the request made once more; a second one counts.
 */
public final class JsonApi {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int FAILED = 500;
    private static final Logger LOG = LoggerFactory.getLogger(JsonApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final String name;
    private final URI address;

    JsonApi(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    /**
     * Finds the API of an app.
     *
     * @param name the server, as an error is to call it
     * @param app the app, ready
     * @param port the port that it publishes
     * @param root where the API begins, such as {@code /api/}
     * @return its API
     */
    public static JsonApi of(String name, DeployedApp app, int port, String root) {
        InetSocketAddress node = app.address(port);
        return new JsonApi(name, URI.create("http://" + node.getHostString() + ":" + node.getPort() + root));
    }

    /**
     * Begins a request.
     *
     * @param path below the root, without a slash before it
     * @return the request, with its limit of 10 s
     */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    }

    /**
     * Begins a request that sends a thing.
     *
     * @param path below the root, without a slash before it
     * @param thing its fields
     * @return the request, a POST of JSON
     * @throws IOException never, as texts, numbers and lists of them can be written
     */
    public HttpRequest.Builder post(String path, Map<String, ?> thing) throws IOException {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(thing)));
    }

    /**
     * Sends a request.
     *
     * @param request with its method
     * @param expected the statuses that are good
     * @return the answer, whole
     * @throws IOException when there is none, or its status is another one; it tells what the server said
     * @throws InterruptedException when the thread is interrupted
     */
    public HttpResponse<byte[]> send(HttpRequest.Builder request, int... expected)
            throws IOException, InterruptedException {
        HttpRequest sent = request.build();
        HttpResponse<byte[]> response = client.send(sent, BodyHandlers.ofByteArray());
        if (response.statusCode() == FAILED) {
            LOG.info("{} {} of {} is answered with 500, and asked once more", sent.method(), sent.uri(), name);
            response = client.send(sent, BodyHandlers.ofByteArray());
        }
        int status = response.statusCode();
        if (Arrays.stream(expected).noneMatch(good -> good == status)) {
            throw new IOException("Asking " + name + ", " + sent.method() + " " + sent.uri() + ": status "
                    + status + ", expected "
                    + IntStream.of(expected).mapToObj(String::valueOf).collect(Collectors.joining(" or "))
                    + ". It said: " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    /**
     * Sends a request that is answered with JSON.
     *
     * @param request with its method
     * @param expected the statuses that are good
     * @return what it said
     * @throws IOException as {@link #send}, or when the answer is no JSON
     * @throws InterruptedException when the thread is interrupted
     */
    public JsonNode ask(HttpRequest.Builder request, int... expected) throws IOException, InterruptedException {
        return JSON.readTree(send(request, expected).body());
    }
}
