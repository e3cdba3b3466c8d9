package org.recipeharness.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.recipeharness.stack.HostPort;

class PortTurnTest {

    private static final HostPort TCP = new HostPort(64738, 64738, "tcp");
    private static final HostPort UDP = new HostPort(64738, 64738, "udp");
    private static final HostPort WEB = new HostPort(8080, 80, "tcp");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final PortBook book = new PortBook();

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
