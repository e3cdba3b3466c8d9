package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** Runs that use one clone at once. That objects are sent once shows that the others waited for the clone. */
@Timeout(60)
class ConcurrentCheckoutTest {

    private Path folder;
    private GitHttpServer forge;
    private String latest;

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        latest = RealGit.publish(folder.resolve("repositories"), "gitea").release("1.0.0+1.0");
        forge = new GitHttpServer(folder.resolve("repositories"));
        forge.sendPacks(ConcurrentCheckoutTest::slowly);
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @Test
    void threadsCloneOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            var checkouts = new ArrayList<Callable<Checkout>>();
            for (int i = 0; i < 6; i++) {
                Path directory = folder.resolve("run" + i);
                checkouts.add(() -> new Catalogue(forge.address(), folder.resolve("cache"))
                        .checkOut(new RecipeName("gitea"), Optional.empty(), directory));
            }
            for (Future<Checkout> checkout : threads.invokeAll(checkouts)) {
                assertThat(checkout.get().commit()).isEqualTo(latest);
                assertThat(checkout.get().directory().resolve("release.txt")).hasContent("1.0.0+1.0");
            }
            assertThat(forge.transfers()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void processesCloneOnce() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(CheckoutProcess.start(
                    forge.address(), folder.resolve("cache"), "gitea", folder.resolve("run" + i)));
        }
        List<String> commits = new ArrayList<>();
        for (Process process : processes) {
            // Those that wait for the first one say so before.
            commits.add(process.inputReader().lines().reduce("", (before, last) -> last));
            assertThat(process.waitFor()).isZero();
        }
        assertThat(commits).containsExactly(latest, latest, latest);
        assertThat(forge.transfers()).isEqualTo(1);
    }

    /** Long enough for the others to come. */
    private static void slowly(InputStream pack, OutputStream client) throws IOException {
        try {
            new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pack.transferTo(client);
    }
}
