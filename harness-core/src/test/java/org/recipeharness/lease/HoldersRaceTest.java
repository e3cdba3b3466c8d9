package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FakeNotices;
import org.recipeharness.swarm.Notice;
import org.recipeharness.swarm.Notices;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.waiting.WaitNotice;

/** Several processes want the node at once, and each call to the swarm is a step: in no order of the steps are too many inside. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HoldersRaceTest {

    private static final int ORDERS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"1,1", "1,2", "2,1,2", "2,2,2", "1,1,1", "3,2,3,1"})
    void inNoOrderOfTheirStepsAreThereMoreThanOneOfThemAllows(String holders) throws Exception {
        List<Integer> wanted =
                List.of(holders.split(",")).stream().map(Integer::valueOf).toList();
        for (long seed = 0; seed < ORDERS; seed++) {
            var race = new Race(seed);
            race.run(wanted);
            assertThat(race.entered).as("order %d", seed).isEqualTo(wanted.size());
            assertThat(race.notices.list(LeaseBook.PREFIX)).isEmpty();
        }
    }

    private static final class Race {
        private final long seed;
        private final Interleaving steps;
        private final FakeNotices notices = new FakeNotices(new FakeTime());
        private final List<Integer> inside = new ArrayList<>();
        private int entered;

        Race(long seed) {
            this.seed = seed;
            this.steps = new Interleaving(seed);
        }

        void run(List<Integer> wanted) throws InterruptedException {
            steps.run(wanted.stream()
                    .<Interleaving.Work>map(holders -> () -> enterAndLeave(holders))
                    .toList());
        }

        private void enterAndLeave(Integer holders) throws InterruptedException {
            var book = new LeaseBook(new StepByStep(notices, steps));
            var silent = new WaitNotice(System::nanoTime, line -> {}, WaitNotice.INTERVAL);
            // No time passes, so that nobody is taken for dead, and nobody gives up.
            HeldLease lease = new Taking(() -> book, LeaseTable.TERM, () -> 0, pause -> steps.step(), silent)
                    .take(new Holding(holders, Duration.ofMinutes(5), Set.of(), Duration.ofSeconds(5)));
            inside.add(holders);
            entered++;
            assertThat(inside)
                    .as("harness.holders of those inside, in order %d", seed)
                    .allSatisfy(allowed -> assertThat(inside).hasSizeLessThanOrEqualTo(allowed));
            steps.step();
            inside.remove(holders);
            lease.giveBack();
        }
    }

    /** Each call is a step. */
    private record StepByStep(Notices notices, Interleaving steps) implements Notices {

        private void step() {
            try {
                steps.step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SwarmException("Asking: interrupted", e);
            }
        }

        @Override
        public String place() {
            return notices.place();
        }

        @Override
        public Instant now() {
            return notices.now();
        }

        @Override
        public List<Notice> list(String prefix) {
            step();
            return notices.list(prefix);
        }

        @Override
        public boolean create(String name, String content, Map<String, String> labels) {
            step();
            return notices.create(name, content, labels);
        }

        @Override
        public boolean replace(Notice notice, Map<String, String> labels) {
            step();
            return notices.replace(notice, labels);
        }

        @Override
        public void remove(Notice notice) {
            step();
            notices.remove(notice);
        }
    }
}
