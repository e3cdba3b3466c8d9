package org.recipeharness.onswarm;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.recipeharness.process.Command;

/**
 * Debian's docker-registry on a port of this machine, with its images in a folder of a test. Engines trust registries on the
 * loopback address without TLS.
 */
final class LocalRegistry implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port;
    private final Process server;
    private final List<String> images = new ArrayList<>();

    private LocalRegistry(int port, Process server) {
        this.port = port;
        this.server = server;
    }

    static LocalRegistry start(Path folder) throws IOException {
        int port = freePort();
        Path configuration =
                Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:%d
                """.formatted(folder.resolve("images"), port));
        Process server = new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        var registry = new LocalRegistry(port, server);
        await("the registry").atMost(LIMIT).until(registry::answers);
        return registry;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new IllegalStateException("docker-registry has ended with exit code " + server.exitValue());
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the full name of an image of this registry, whether it has that one or not. */
    String image(String nameAndTag) {
        return "127.0.0.1:" + port + "/" + nameAndTag;
    }

    /** Publishes an image of the node under a name of this registry, by which the node does not have it afterwards. */
    String publish(String image, String nameAndTag) throws InterruptedException {
        String published = image(nameAndTag);
        images.add(published);
        docker("tag", image, published);
        docker("push", "--quiet", published);
        docker("image", "rm", published);
        return published;
    }

    /** Publishes an image of one small file, no layer of which is on the node afterwards. */
    String publishSmall(Path folder, String nameAndTag) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("content"), nameAndTag);
        Path archive = folder.resolve("content.tar");
        run("tar", "-C", folder.toString(), "-cf", archive.toString(), "content");
        String local = "harness-test/" + nameAndTag;
        docker("import", archive.toString(), local);
        try {
            return publish(local, nameAndTag);
        } finally {
            docker("image", "rm", local);
        }
    }

    private static void docker(String... words) throws InterruptedException {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        run(all.toArray(String[]::new));
    }

    private static void run(String... words) throws InterruptedException {
        Command.of(words).within(LIMIT).run().orFail("Preparing an image");
    }

    /** Ends the server; its images stay as far as the node has them. */
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("docker-registry (pid " + server.pid() + ") does not end");
        }
    }

    @Override
    public void close() {
        try {
            stop();
            for (String image : images) {
                // One that was never pulled is not there.
                Command.of("docker", "image", "rm", "--force", image)
                        .within(LIMIT)
                        .run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the registry of a test was being ended", e);
        }
    }
}
