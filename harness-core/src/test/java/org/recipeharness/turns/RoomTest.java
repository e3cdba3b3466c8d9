package org.recipeharness.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.recipeharness.waiting.WaitNotice;

class RoomTest {

    private static final long GIB = 1L << 30;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicReference<OptionalLong> free = new AtomicReference<>(OptionalLong.of(GIB - 1));
    private final CountDownLatch looked = new CountDownLatch(3);
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Room room = new Room(
            () -> {
                looked.countDown();
                return free.get();
            },
            Duration.ofMillis(1),
            () -> new WaitNotice(System::nanoTime, printed::add, Duration.ofMillis(1)));

    private CompletableFuture<Void> entering(String run) {
        return CompletableFuture.runAsync(() -> {
            try {
                room.enter(run, GIB, LONG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        });
    }

    @Test
    void neverKeepsOneOutThatIsAlone() throws InterruptedException {
        room.enter("one", GIB, Duration.ZERO);
        room.enter("one", GIB, Duration.ZERO);
        room.leave("one");
        room.enter("two", GIB, Duration.ZERO);
    }

    @Test
    void keepsOneOutBesideOthersUntilThereIsMemory() throws Exception {
        room.enter("one", GIB, Duration.ZERO);
        CompletableFuture<Void> two = entering("two");

        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(two).isNotDone();
        free.set(OptionalLong.of(GIB));

        two.get(10, TimeUnit.SECONDS);
    }

    @Test
    void letsOneInWhenTheOthersHaveLeft() throws Exception {
        room.enter("one", GIB, Duration.ZERO);
        CompletableFuture<Void> two = entering("two");
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();

        room.leave("one");

        two.get(10, TimeUnit.SECONDS);
    }

    @Test
    void printsAgainAndAgainWhichRunsHaveTheMemoryThatIsWaitedFor() throws Exception {
        room.enter("one", GIB, Duration.ZERO);
        assertThat(printed).isEmpty();

        CompletableFuture<Void> two = entering("two");

        await().until(() -> printed.size() > 2);
        assertThat(printed)
                .containsOnly("Run two waits for memory (harness.memory), at most 20 s: 1023 MiB of 1024 MiB are"
                        + " available beside the runs [one]");
        room.leave("one");
        two.get(10, TimeUnit.SECONDS);
    }

    @Test
    void saysAfterTheLimitWhatThereIs() throws InterruptedException {
        room.enter("one", GIB, Duration.ZERO);

        assertThatThrownBy(() -> room.enter("two", GIB, Duration.ZERO))
                .isInstanceOf(TurnException.class)
                .hasMessageContaining("1023 MiB available, expected 1024 MiB");
    }

    @Test
    void keepsNobodyOutWhereNobodyKnows() throws InterruptedException {
        free.set(OptionalLong.empty());
        room.enter("one", GIB, Duration.ZERO);
        room.enter("two", GIB, Duration.ZERO);
    }
}
