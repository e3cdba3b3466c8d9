package org.recipeharness.junit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.recipeharness.swarm.Notice;
import org.recipeharness.swarm.Notices;

/** The notices of a swarm in memory. */
final class RecordedNotices implements Notices {

    private final String place = "memory:" + UUID.randomUUID();
    private final Map<String, Notice> byName = new TreeMap<>();
    private long versions;

    @Override
    public String place() {
        return place;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public synchronized List<Notice> list(String prefix) {
        return byName.values().stream()
                .filter(notice -> notice.name().startsWith(prefix))
                .toList();
    }

    @Override
    public synchronized boolean create(String name, String content, Map<String, String> labels) {
        var made = new Notice("id-" + ++versions, versions, now(), name, labels);
        return byName.putIfAbsent(name, made) == null;
    }

    @Override
    public synchronized boolean replace(Notice notice, Map<String, String> labels) {
        var changed = new Notice(notice.id(), ++versions, now(), notice.name(), labels);
        return byName.replace(notice.name(), notice, changed);
    }

    @Override
    public synchronized void remove(Notice notice) {
        byName.values().removeIf(there -> there.id().equals(notice.id()));
    }
}
