package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.backup.SnapshotEntry.Kind;

/** What a snapshot holds, as far as it tells whether data comes back from it. */
final class SnapshotLook {

    private final List<Content> notable = new ArrayList<>();
    private final List<SnapshotEntry> entries = new ArrayList<>();

    private SnapshotLook() {}

    /**
     * Looks through a snapshot once.
     *
     * @param wanted the texts to look for
     * @throws BackupException when it can't be read
     */
    static SnapshotLook through(Snapshot snapshot, Set<String> wanted) throws InterruptedException {
        var look = new SnapshotLook();
        var search = new ContentSearch(wanted);
        snapshot.read((entry, content) -> {
            look.entries.add(entry);
            if (entry.kind() == Kind.FILE) {
                look.notable.add(search.look(entry, content));
            }
        });
        return look;
    }

    /** The files that hold a text. */
    List<Content> holding(String text) {
        return notable.stream()
                .filter(content -> content.found().contains(text))
                .toList();
    }

    /** All that was kept at a path of a volume, or below it. */
    Stream<SnapshotEntry> at(VolumePart part, String path) {
        return entries.stream()
                .filter(entry -> entry.volume().equals(part.name())
                        && (entry.path().equals(path) || entry.path().startsWith(path + "/")));
    }

    /** The files of a part, with what was seen in them. */
    Stream<Content> in(VolumePart part) {
        return notable.stream()
                .filter(content -> content.entry().volume().equals(part.name())
                        && part.covers(content.entry().path()));
    }

    /** What tells that the files of a server were copied while it ran; empty where nothing does. */
    Optional<SnapshotEntry> hotCopy(HotFiles files) {
        return entries.stream().filter(files::isToldBy).findFirst();
    }
}
