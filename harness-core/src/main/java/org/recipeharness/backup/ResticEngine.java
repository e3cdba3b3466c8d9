package org.recipeharness.backup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind.Access;
import org.recipeharness.swarm.VolumeBox;

/**
 * Keeps volumes in a restic repository, as backup-bot-two does: restic is run in a container over the volumes' files.
 *
 * <p>The repository is made with the first snapshot, on a volume of the run's own, and removed when the engine is closed.
 *
 * @see <a href="https://restic.readthedocs.io/en/v0.18.1/">restic: documentation</a>
 */
public final class ResticEngine implements BackupEngine {

    private static final Duration PULL_LIMIT = Duration.ofMinutes(10);

    private final Swarm swarm;
    private final String image;
    private @Nullable ResticRepository repository;

    /**
     * Prepares to keep snapshots.
     *
     * @param swarm whose volumes
     * @param image restic's image, whose entrypoint is restic; pulled where the node does not have it
     */
    public ResticEngine(Swarm swarm, String image) {
        this.swarm = swarm;
        this.image = image;
    }

    @Override
    public String name() {
        return "restic";
    }

    @Override
    public Snapshot save(Selection selection) throws InterruptedException {
        selection.requireParts();
        String purpose = "Saving the volumes of stack " + selection.stack() + " by restic";
        try {
            ResticRepository into = repository(selection);
            ExecResult result =
                    into.end(selection, Access.READ, Access.READ_AND_WRITE, words(selection, existing(selection)));
            Optional<ResticSummary> summary = ResticSummary.in(result.out());
            try {
                ResticRepository.requireSuccess(purpose, result);
            } catch (BackupException e) {
                if (summary.isPresent()) {
                    forget(into, selection, summary.get(), e);
                }
                throw e;
            }
            ResticSummary saved = summary.orElseThrow(() -> new BackupException(purpose
                    + ": it succeeded, but its output has no summary with a snapshot's id. Is " + image
                    + " an image of restic?"));
            into.run(
                    "Checking the repository behind the backup of stack " + selection.stack(),
                    selection,
                    Access.READ,
                    "check",
                    "--no-lock");
            return new ResticSnapshot(into, selection, saved);
        } catch (SwarmException e) {
            throw new BackupException(purpose + ": " + e.getMessage(), e);
        }
    }

    private ResticRepository repository(Selection selection) throws InterruptedException {
        if (repository == null) {
            requireImage();
            repository = ResticRepository.create(swarm, image, selection);
        }
        return repository;
    }

    private void requireImage() throws InterruptedException {
        if (swarm.hasImage(image)) {
            return;
        }
        PullOutcome outcome = swarm.pull(image, PULL_LIMIT);
        if (!swarm.hasImage(image)) {
            throw new BackupException(
                    "Preparing the backup engine restic: the node has no image " + image + ", and it is " + outcome
                            + ". Name another one by harness.restic-image, or choose another engine by harness.backup");
        }
    }

    /** restic calls a path that is not there a warning, or an error when none is; so it is given those that are. */
    private List<PresentPaths> existing(Selection selection) throws InterruptedException {
        List<VolumePart> parts = selection.parts();
        if (parts.stream().allMatch(part -> PartPaths.of(part).equals(List.of(PartPaths.ROOT)))) {
            return parts.stream()
                    .map(part -> new PresentPaths(part.name(), List.of(PartPaths.ROOT)))
                    .toList();
        }
        var present = new ArrayList<PresentPaths>();
        try (VolumeBox box = ArchiveEngine.open(swarm, selection)) {
            for (VolumePart part : parts) {
                List<String> there = new ArrayList<>();
                for (String path : PartPaths.of(part)) {
                    if (box.has(SnapshotLayout.pathOf(part.name(), path))) {
                        there.add(path);
                    }
                }
                present.add(new PresentPaths(part.name(), there));
            }
        }
        return present;
    }

    /** Those of the paths asked for that are there. */
    private record PresentPaths(String volume, List<String> paths) {}

    private static List<String> words(Selection selection, List<PresentPaths> present) {
        List<String> words = new ArrayList<>(List.of(
                "backup", "--json", "--no-cache", "--host", selection.stack().text()));
        List<String> targets = new ArrayList<>();
        for (PresentPaths each : present) {
            if (each.paths().isEmpty()) {
                // A volume of which nothing is there that was asked for is kept as an empty one.
                words.addAll(List.of("--exclude", ResticLayout.mountOf(each.volume()) + "/*"));
                targets.add(ResticLayout.mountOf(each.volume()));
            }
            each.paths().forEach(path -> targets.add(ResticLayout.pathOf(each.volume(), path)));
        }
        words.add("--");
        words.addAll(targets);
        return words;
    }

    /** What could not be read in full must not be taken for a snapshot. */
    private static void forget(
            ResticRepository repository, Selection selection, ResticSummary summary, BackupException failure)
            throws InterruptedException {
        try {
            repository.run(
                    "Removing the incomplete snapshot " + summary.snapshot(),
                    selection,
                    Access.READ_AND_WRITE,
                    "forget",
                    "--no-cache",
                    summary.snapshot());
        } catch (BackupException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.remove();
            repository = null;
        }
    }
}
