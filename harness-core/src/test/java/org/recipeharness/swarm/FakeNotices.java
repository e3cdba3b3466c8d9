package org.recipeharness.swarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Notices in memory, by a clock that need not be anybody else's. */
public final class FakeNotices implements Notices {

    private final InstantSource clock;
    private final Map<String, Notice> byName = new TreeMap<>();
    private final List<Runnable> before = new ArrayList<>();
    private Duration skew = Duration.ZERO;
    private long versions;
    private Optional<SwarmException> silence = Optional.empty();

    public FakeNotices(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts the swarm's clock forward, or back. */
    public void jump(Duration by) {
        skew = skew.plus(by);
    }

    /** Lets something happen at the moment before the next change, as by another process. */
    public void beforeNextChange(Runnable other) {
        before.add(other);
    }

    /** Lets no call be answered, until it is asked to be answered again. */
    public void fallSilent(boolean silent) {
        silence = silent ? Optional.of(new SwarmException("Asking: no answer")) : Optional.empty();
    }

    private void answer() {
        if (silence.isPresent()) {
            throw silence.get();
        }
    }

    private void change() {
        answer();
        List<Runnable> others = List.copyOf(before);
        before.clear();
        others.forEach(Runnable::run);
    }

    @Override
    public String place() {
        return "fake-" + System.identityHashCode(this);
    }

    @Override
    public synchronized Instant now() {
        answer();
        return clock.instant().plus(skew);
    }

    @Override
    public synchronized List<Notice> list(String prefix) {
        answer();
        return byName.values().stream()
                .filter(notice -> notice.name().startsWith(prefix))
                .toList();
    }

    @Override
    public synchronized boolean create(String name, String content, Map<String, String> labels) {
        change();
        if (byName.containsKey(name)) {
            return false;
        }
        long version = ++versions;
        byName.put(name, new Notice("id-" + version, version, now(), name, labels));
        return true;
    }

    @Override
    public synchronized boolean replace(Notice notice, Map<String, String> labels) {
        change();
        Notice there = byName.get(notice.name());
        if (there == null || !there.id().equals(notice.id()) || there.version() != notice.version()) {
            return false;
        }
        byName.put(notice.name(), new Notice(notice.id(), ++versions, now(), notice.name(), labels));
        return true;
    }

    @Override
    public synchronized void remove(Notice notice) {
        change();
        byName.values().removeIf(there -> there.id().equals(notice.id()));
    }
}
