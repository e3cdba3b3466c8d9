package org.recipeharness.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.recipeharness.stack.HostPort;
import org.recipeharness.waiting.WaitNotice;

class PortTurnTest {

    private static final HostPort TCP = new HostPort(64738, 64738, "tcp");
    private static final HostPort UDP = new HostPort(64738, 64738, "udp");
    private static final HostPort WEB = new HostPort(8080, 80, "tcp");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final PortBook book =
            new PortBook(() -> new WaitNotice(System::nanoTime, printed::add, Duration.ofMillis(1)));

    private PortTurn run(String name, Duration limit) {
        return new PortTurn(book, name, limit);
    }

    private static CompletableFuture<Void> taking(PortTurn turn, HostPort... ports) {
        return CompletableFuture.runAsync(() -> {
            try {
                turn.take(List.of(ports));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        });
    }

    @Test
    void letsRunsWithOtherPortsBeSideBySide() throws InterruptedException {
        run("one", Duration.ZERO).take(List.of(TCP));
        run("two", Duration.ZERO).take(List.of(UDP, WEB));
        run("three", Duration.ZERO).take(List.of());
    }

    @Test
    void refusesAPortThatAnotherRunHasForLongerThanTheLimit() throws InterruptedException {
        run("one", Duration.ZERO).take(List.of(TCP));

        assertThatThrownBy(() -> run("two", Duration.ZERO).take(List.of(WEB, new HostPort(64738, 1, "tcp"))))
                .isInstanceOf(TurnException.class)
                .hasMessageContaining("run two")
                .hasMessageContaining("64738/tcp of run one");
        // It took none of them.
        run("three", Duration.ZERO).take(List.of(WEB));
    }

    @Test
    void waitsUntilTheOtherRunGivesItBack() throws Exception {
        PortTurn one = run("one", Duration.ZERO);
        one.take(List.of(TCP, WEB));
        CompletableFuture<Void> two = taking(run("two", LONG), TCP);
        CompletableFuture<Void> three = taking(run("three", LONG), WEB);

        assertThat(two).isNotDone();
        assertThat(three).isNotDone();
        one.close();

        two.get(10, TimeUnit.SECONDS);
        three.get(10, TimeUnit.SECONDS);
    }

    @Test
    void printsAgainAndAgainWhoHasThePortsThatAreWaitedFor() throws Exception {
        PortTurn one = run("one", Duration.ZERO);
        one.take(List.of(TCP, WEB));
        assertThat(printed).isEmpty();

        CompletableFuture<Void> two = taking(run("two", LONG), TCP);

        await().until(() -> printed.size() > 2);
        assertThat(printed)
                .containsOnly("Run two waits for ports that other runs publish, at most 20 s: 64738/tcp of run one");
        one.close();
        two.get(10, TimeUnit.SECONDS);
    }

    @Test
    void givesARunMoreThanItHasAndLeavesItItsOwn() throws InterruptedException {
        PortTurn one = run("one", Duration.ZERO);
        one.take(List.of(TCP));
        one.take(List.of(TCP, WEB));

        assertThatThrownBy(() -> run("two", Duration.ZERO).take(List.of(TCP))).isInstanceOf(TurnException.class);
        one.close();
        one.close();
        run("two", Duration.ZERO).take(List.of(TCP, WEB));
    }
}
