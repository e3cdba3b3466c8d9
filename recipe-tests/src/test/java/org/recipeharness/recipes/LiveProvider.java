package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.recipeharness.app.Undeploy;
import org.recipeharness.canonical.WarmDomain;
import org.recipeharness.http.HttpException;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.recipes.keycloak.Keycloak;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A live-warm provider, as others use it, that is asked five times a second whether it is there. */
final class LiveProvider implements AutoCloseable {

    private static final int PERIOD_MILLIS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String ANSWERED = "200";

    private final String domain;
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private Future<?> rounds = CompletableFuture.completedFuture(null);

    private LiveProvider(String domain) {
        this.domain = domain;
    }

    /** Deploys it at its domain, where nobody but others that use it has to do with it, and begins to ask. */
    static LiveProvider of(String recipe, Class<?> tests, Path folder) {
        Settings settings = Settings.load();
        var provider = new LiveProvider(WarmDomain.live(recipe, settings.zone()));
        Class<?> install = Arrays.stream(tests.getDeclaredClasses())
                .filter(InstallTier.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        new TestsAtRef(folder)
                .with(Setting.DOMAIN, provider.domain)
                .with(Setting.KEEP, "always")
                .of(selectNestedClass(List.of(tests), install))
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(0));
        HttpRequest request = settings.access(provider.domain)
                .request(
                        URI.create("https://" + provider.domain + "/realms/" + Keycloak.MASTER),
                        UnaryOperator.identity())
                .within(LIMIT);
        provider.rounds = provider.asking.scheduleAtFixedRate(
                () -> provider.seen.add(answer(request)), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return provider;
    }

    private static String answer(HttpRequest request) {
        try {
            return String.valueOf(request.send().status());
        } catch (HttpException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ANSWERED;
        }
    }

    void requireThatItAnsweredThroughout() {
        assertThat(rounds.isDone()).as("the questions have ended by an error").isFalse();
        List<String> all = List.copyOf(seen);
        assertThat(all).as("what %s answered", domain).hasSizeGreaterThan(50).containsOnly(ANSWERED);
    }

    @Override
    public void close() {
        asking.shutdownNow();
        try (var swarm = new DockerSwarm(Optional.empty())) {
            new Undeploy(swarm).remove(StackName.of(domain), Settings.load().removeTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + domain + " was being removed", e);
        }
    }
}
