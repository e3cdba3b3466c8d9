package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** Processes that are ended by SIGKILL while objects arrive. */
@Timeout(60)
class KilledCheckoutTest {

    private Path folder;
    private RealGit git;
    private GitHttpServer forge;

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        git = RealGit.publish(folder.resolve("repositories"), "gitea");
        git.release("1.0.0+1.0");
        forge = new GitHttpServer(folder.resolve("repositories"));
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @Test
    void inAClone() throws Exception {
        killWhileObjectsArrive();
        assertThat(found("making")).as("the clone that was half made").isPresent();
        assertThat(found("repository.git")).as("a clone in its place").isEmpty();

        assertThat(checkOut().ref()).isEqualTo("1.0.0+1.0");
        assertThat(found("making")).isEmpty();
        assertThat(found("repository.git")).isPresent();
    }

    @Test
    void inAFetch() throws Exception {
        checkOut();
        String published = git.release("1.1.0+1.0");
        killWhileObjectsArrive();

        assertThat(checkOut().commit()).isEqualTo(published);
        assertThat(forge.transfers()).as("clone, killed fetch, fetch").isEqualTo(3);
    }

    private void killWhileObjectsArrive() throws Exception {
        var arriving = new CountDownLatch(1);
        forge.sendPacks((pack, client) -> {
            half(pack, client);
            arriving.countDown();
            hang();
        });
        Process run =
                CheckoutProcess.start(forge.address(), folder.resolve("cache"), "gitea", folder.resolve("killed"));
        try {
            arriving.await();
        } finally {
            run.destroyForcibly().waitFor();
            forge.sendPacks(InputStream::transferTo);
        }
    }

    private static void half(InputStream pack, OutputStream client) throws IOException {
        byte[] whole = pack.readAllBytes();
        client.write(whole, 0, whole.length / 2);
        client.flush();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Checkout checkOut() throws InterruptedException {
        return new Catalogue(forge.address(), folder.resolve("cache"))
                .checkOut(new RecipeName("gitea"), Optional.empty(), folder.resolve("run-" + System.nanoTime()));
    }

    private Optional<Path> found(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith(name)).findFirst();
        }
    }
}
