package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** Recipes from a forge, as it is on good days and on bad ones. */
@Timeout(60)
class CatalogueOverHttpTest {

    private static final RecipeName GITEA = new RecipeName("gitea");
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30));

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
    void isClonedOnceAndFetchedFromThenOn() throws Exception {
        Checkout first = checkOut(forge.address(), "first");
        Checkout again = checkOut(forge.address(), "again");
        assertThat(forge.transfers()).isEqualTo(1);
        assertThat(again.commit()).isEqualTo(first.commit());

        String published = git.release("1.1.0+1.0");
        Checkout later = checkOut(forge.address(), "later");

        assertThat(later).extracting(Checkout::ref, Checkout::commit).containsExactly("1.1.0+1.0", published);
        assertThat(later.directory().resolve("release.txt")).hasContent("1.1.0+1.0");
        assertThat(first.directory().resolve("release.txt")).hasContent("1.0.0+1.0");
    }

    @Test
    void showsItsPullRequests() throws Exception {
        git.run("checkout", "--quiet", "--detach");
        String proposed = git.commit("proposal.txt", "one");
        git.run("update-ref", "refs/pull/1/head", proposed);

        Checkout pull =
                catalogue(forge.address(), Limits.USUAL).checkOut(GITEA, Optional.of("pull/1"), folder.resolve("pull"));

        assertThat(pull.commit()).isEqualTo(proposed);
        assertThat(pull.directory().resolve("proposal.txt")).hasContent("one");
    }

    @Test
    void doesNotHaveTheRecipe() {
        assertFails(new RecipeName("gitae"), forge.address(), Limits.USUAL)
                .withMessage("Fetching recipe 'gitae' from " + forge.address()
                        + "gitae: there is no git repository. Is the name right?"
                        + " The catalogue's address is set by -Dharness.catalogue");
    }

    @Test
    void asksForAPasswordThatNobodyHasGiven() {
        forge.requireLogin("robot:secret%");

        assertFails(GITEA, forge.address(), Limits.USUAL)
                .withMessageStartingWith("Fetching recipe 'gitea' from " + forge.address()
                        + "gitea: the server asks for a password. Is the name right?")
                .withMessageContaining("put a login into the address: https://<user>:<token>@...");
    }

    @Test
    void takesTheLoginOfTheAddressWhichIsNeitherShownNorStored() throws Exception {
        forge.requireLogin("robot:secret%");
        var withLogin = URI.create(forge.address().toString().replace("//", "//robot:secret%25@"));

        assertThat(checkOut(withLogin, "private").ref()).isEqualTo("1.0.0+1.0");

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("secret");
            }
        }
        forge.requireLogin("robot:another");
        assertFails(GITEA, withLogin, Limits.USUAL)
                .withMessage("Fetching recipe 'gitea' from " + forge.address()
                        + "gitea: the server refuses the login in the catalogue's address. Is the token still valid?"
                        + " The catalogue's address is set by -Dharness.catalogue");
    }

    @Test
    void isNotThere() {
        URI address = forge.address();
        forge.close();

        assertFails(GITEA, address, Limits.USUAL)
                .withMessageStartingWith("Fetching recipe 'gitea' from " + address
                        + "gitea: the server can't be reached" + " (java.net.ConnectException: Connection refused");
        assertFails(GITEA, URI.create("http://forge.invalid/recipes"), Limits.USUAL)
                .withMessageContaining("the server can't be reached (java.net.UnknownHostException: forge.invalid");
    }

    @Test
    void acceptsAConnectionAndSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            assertFails(GITEA, address, SHORT).withMessageContaining("gitea: the server said nothing for 1 s.");
        }
    }

    @Test
    void fallsSilentInTheMiddleOfAPack() {
        forge.sendPacks((pack, client) -> {
            half(pack, client);
            hang();
        });

        assertFails(GITEA, forge.address(), SHORT).withMessageContaining("gitea: the server said nothing for 1 s.");
    }

    @Test
    void sendsForLongerThanATransferMayTake() throws Exception {
        forge.sendPacks(CatalogueOverHttpTest::trickle);

        assertFails(GITEA, forge.address(), SHORT)
                .withMessageContaining("gitea: not done after 2 s, so it was given up.");

        forge.sendPacks(InputStream::transferTo);
        assertThat(checkOut(forge.address(), "at last").ref()).isEqualTo("1.0.0+1.0");
    }

    @Test
    void isNotWaitedForByAThreadThatIsInterrupted() throws Exception {
        forge.sendPacks(CatalogueOverHttpTest::trickle);
        var ended = new CompletableFuture<Throwable>();
        var fetching = new Thread(() -> ended.complete(catchThrowable(() -> checkOut(forge.address(), "never"))));
        fetching.start();
        await().until(() -> forge.transfers() == 1);

        fetching.interrupt();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        forge.sendPacks(InputStream::transferTo);
        assertThat(checkOut(forge.address(), "at last").ref()).isEqualTo("1.0.0+1.0");
    }

    private static void half(InputStream pack, OutputStream client) throws IOException {
        byte[] whole = pack.readAllBytes();
        client.write(whole, 0, whole.length / 2);
        client.flush();
    }

    /** A packet of progress ten times a second, for ever. */
    private static void trickle(InputStream pack, OutputStream client) throws IOException {
        half(pack, OutputStream.nullOutputStream());
        client.write("000dpackfile\n".getBytes(StandardCharsets.UTF_8));
        var never = new CountDownLatch(1);
        try {
            while (!never.await(100, TimeUnit.MILLISECONDS)) {
                client.write("0009\2...\r".getBytes(StandardCharsets.UTF_8), 0, 9);
                client.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Checkout checkOut(URI address, String directory) throws InterruptedException {
        return catalogue(address, Limits.USUAL).checkOut(GITEA, Optional.empty(), folder.resolve(directory));
    }

    private Catalogue catalogue(URI address, Limits limits) {
        return new Catalogue(address, folder.resolve("cache"), limits, new EnvironmentProxies(Map.of()));
    }

    private ThrowableAssertAlternative<CheckoutException> assertFails(RecipeName recipe, URI address, Limits limits) {
        return assertThatExceptionOfType(CheckoutException.class)
                .isThrownBy(
                        () -> catalogue(address, limits).checkOut(recipe, Optional.empty(), folder.resolve("failed")));
    }
}
