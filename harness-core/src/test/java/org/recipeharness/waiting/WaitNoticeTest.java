package org.recipeharness.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;

class WaitNoticeTest {

    private final FakeTime time = new FakeTime();
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final WaitNotice notice = new WaitNotice(() -> time.elapsed().toNanos(), printed::add, WaitNotice.INTERVAL);

    @Test
    void printsAtOnceAndThenOnceAMinute() {
        for (int second = 0; second <= 120; second++) {
            notice.print(() -> time.elapsed().toSeconds() + " s");
            time.pause(Duration.ofSeconds(1));
        }

        assertThat(printed).containsExactly("0 s", "60 s", "120 s");
    }

    @Test
    void knowsHowLongItTakesUntilTheNextLine() {
        assertThat(notice.untilNext()).isZero();

        notice.print(() -> "first");
        assertThat(notice.untilNext()).isEqualTo(Duration.ofMinutes(1));

        time.pause(Duration.ofSeconds(59));
        assertThat(notice.untilNext()).isEqualTo(Duration.ofSeconds(1));

        time.pause(Duration.ofSeconds(2));
        assertThat(notice.untilNext()).isZero();
    }

    @Test
    void printsBesideAThreadThatIsBlockedUntilItIsClosed() {
        var quick = new WaitNotice(System::nanoTime, printed::add, Duration.ofMillis(1));

        WaitNotice.Repeated repeated = quick.repeat(() -> "blocked");

        assertThat(printed).isNotEmpty();
        await().until(() -> printed.size() > 2);
        repeated.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("wait-notice")));
    }

    @Test
    void printsOnWhateverStandardOutputIsByThen() {
        PrintStream before = System.out;
        var written = new ByteArrayOutputStream();
        var usual = new WaitNotice();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            usual.print(() -> "Waiting for the box");
        } finally {
            System.setOut(before);
        }

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("Waiting for the box" + System.lineSeparator());
    }
}
