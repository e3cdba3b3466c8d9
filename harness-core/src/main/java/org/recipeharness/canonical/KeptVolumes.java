package org.recipeharness.canonical;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.recipeharness.backup.ArchiveEngine;
import org.recipeharness.backup.ArchiveSnapshot;
import org.recipeharness.backup.Selection;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackVolume;
import org.recipeharness.swarm.Swarm;

/** Whole volumes of an idle stack, saved in an archive and brought back to volumes that hold nothing else. */
public final class KeptVolumes {

    private final Swarm swarm;
    private final RunLabels labels;
    private final String image;

    /**
     * Prepares to save and to bring back.
     *
     * @param swarm whose volumes
     * @param labels what is made for it, volumes included, carries
     * @param image an image that the engine's node has; nothing of it is run
     */
    public KeptVolumes(Swarm swarm, RunLabels labels, String image) {
        this.swarm = swarm;
        this.labels = labels;
        this.image = image;
    }

    /**
     * Saves all of some volumes.
     *
     * @param stack whose they are; nothing of it runs
     * @param volumes which
     * @param folder where the archive is to lie, with its SHA-256 beside it
     * @return the archive, complete and on the disk; empty where there are no volumes to be saved
     * @throws org.recipeharness.backup.BackupException when one can't be read or kept
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<Path> save(StackName stack, Collection<StackVolume> volumes, Path folder)
            throws InterruptedException {
        if (volumes.isEmpty()) {
            return Optional.empty();
        }
        List<VolumePart> whole = volumes.stream()
                .map(volume -> new VolumePart(volume.key(), volume.name(), List.of()))
                .toList();
        String file = new ArchiveEngine(swarm, folder)
                .save(new Selection(stack, labels, image, whole))
                .id();
        return Optional.of(folder.resolve(file));
    }

    /**
     * Brings an archive back to volumes that are made anew for it: what was on them is gone. Before that, all of the archive is read,
     * and compared with its checksum.
     *
     * @param archive what was saved
     * @param stack whose the volumes are; nothing of it runs
     * @param targets each volume with the name of the one that was saved
     * @throws org.recipeharness.backup.BackupException when the archive is damaged or not there, and nothing was touched; or when it
     *     can't be written
     * @throws InterruptedException when the thread is interrupted; then the volumes may hold a part
     */
    public void bringBack(Path archive, StackName stack, List<VolumePart> targets) throws InterruptedException {
        ArchiveSnapshot snapshot = ArchiveSnapshot.open(swarm, archive);
        var selection = new Selection(stack, labels, image, targets);
        for (VolumePart target : targets) {
            swarm.removeVolume(target.name());
            swarm.createVolume(target.name(), selection.stackLabels());
        }
        snapshot.restore(selection);
    }
}
