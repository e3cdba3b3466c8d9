package org.recipeharness.machine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.recipeharness.verdict.Measured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the machine each second while runs go on, and tells of each what the worst was meanwhile.
 *
 * <p>It is the harness's own machine, which is the swarm's node only where that has a single one and the harness runs on it.
 */
public final class MachineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Supplier<Sample> machine;
    private final Map<String, Seen> running = new HashMap<>();
    private Optional<Timer> timer = Optional.empty();

    /**
     * Prepares to look; nothing is looked at until something runs.
     *
     * @param machine what gives a sample, such as {@link ProcFiles#ofThisMachine()}
     */
    public MachineWatch(Supplier<Sample> machine) {
        this.machine = machine;
    }

    private record Seen(Sample worst, int beside) {}

    /**
     * Begins with a run.
     *
     * @param run what tells it from others that go on; one that has begun already goes on as it is
     */
    public synchronized void begin(String run) {
        running.putIfAbsent(run, new Seen(Sample.NOTHING, 0));
        look();
        if (timer.isEmpty()) {
            var begun = new Timer("machine-watch", true);
            begun.schedule(new Look(), PERIOD.toMillis(), PERIOD.toMillis());
            timer = Optional.of(begun);
        }
    }

    /**
     * Ends with a run.
     *
     * @param run which
     * @return what the machine was like meanwhile; empty where it has not begun
     */
    public synchronized Optional<Measured> end(String run) {
        if (!running.containsKey(run)) {
            return Optional.empty();
        }
        look();
        Seen seen = running.remove(run);
        if (running.isEmpty()) {
            timer.ifPresent(Timer::cancel);
            timer = Optional.empty();
        }
        Sample worst = seen.worst();
        return Optional.of(
                new Measured(worst.load(), worst.cpu(), worst.io(), worst.memory(), worst.free(), seen.beside()));
    }

    /** Looks once. */
    synchronized void look() {
        Sample now = machine.get();
        int beside = Math.max(0, running.size() - 1);
        running.replaceAll((run, seen) -> new Seen(seen.worst().worseOf(now), Math.max(seen.beside(), beside)));
    }

    private final class Look extends TimerTask {

        /** An error would end the timer without a word. */
        @Override
        public void run() {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warn("Looking at the machine: {}; what it is like is not known at this moment", e.toString());
            }
        }
    }
}
