package org.recipeharness.backup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.backup.SnapshotLayout.Place;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind.Access;

/** A snapshot in a restic repository. */
final class ResticSnapshot implements Snapshot {

    private static final String TAKEN = ": file exists";

    private final ResticRepository repository;
    private final Selection saved;
    private final ResticSummary summary;

    ResticSnapshot(ResticRepository repository, Selection saved, ResticSummary summary) {
        this.repository = repository;
        this.saved = saved;
        this.summary = summary;
    }

    @Override
    public String id() {
        return summary.snapshot();
    }

    @Override
    public long bytes() {
        return summary.bytes();
    }

    @Override
    public void read(SnapshotVisitor visitor) throws InterruptedException {
        // As a tar, all files come by one run of restic; in its list of them, names that are not UTF-8 are lost.
        List<String> words = List.of("dump", "--no-cache", "--no-lock", "--archive", "tar", id(), "/");
        try {
            ExecResult result = repository.end(
                    saved.withoutVolumes(),
                    Access.READ,
                    Access.READ,
                    words,
                    tar -> ArchiveReading.all(tar, (entry, content) -> {
                        Optional<Place> place = ResticLayout.place(entry.getName());
                        if (place.isPresent()) {
                            ArchiveReading.show(place.get(), entry, content, visitor);
                        } else if (EntryType.of(entry) != EntryType.FOLDER) {
                            throw new IOException("its entry '" + entry.getName() + "' is in no volume");
                        }
                    }));
            ResticRepository.requireSuccess("Reading the snapshot " + this, result);
        } catch (SwarmException e) {
            throw new BackupException("Reading the snapshot " + this + ": " + e.getMessage(), e);
        }
    }

    @Override
    public long restore(Selection target) throws InterruptedException {
        String purpose = "Restoring the snapshot " + this + " to stack " + target.stack();
        Set<String> missing = names(saved);
        missing.removeAll(names(target));
        if (!missing.isEmpty()) {
            throw new BackupException(purpose + ": refused, as the stack's labels do not have its volumes " + missing
                    + " restored. Nothing of the snapshot was written");
        }
        try {
            ExecResult result = repository.end(
                    target,
                    Access.READ_AND_WRITE,
                    Access.READ,
                    List.of("restore", "--no-cache", "--no-lock", "--target", "/", id()));
            ResticRepository.requireSuccess(purpose + hint(result), result);
        } catch (SwarmException e) {
            throw new BackupException(purpose + ": " + e.getMessage(), e);
        }
        return bytes();
    }

    private static String hint(ExecResult result) {
        return result.err().contains(TAKEN)
                ? " (restic before 0.15 can't put a symbolic link back where one is: where that is what it says,"
                        + " it is no fault of the recipe, and an image of a newer one can be named by harness.restic-image)"
                : "";
    }

    private static Set<String> names(Selection selection) {
        return selection.parts().stream().map(VolumePart::name).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return id();
    }
}
