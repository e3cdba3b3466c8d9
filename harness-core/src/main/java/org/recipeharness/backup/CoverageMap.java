package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.VolumeBox;

/**
 * Finds what an app has written since it was deployed and a snapshot does not hold: parts of volumes that the labels leave out, and
 * files in the containers themselves. Much of it may be of no worth - a database's own files beside its dump, a cache -; what it is
 * worth is for the maintainer to say.
 */
public final class CoverageMap {

    private final Swarm swarm;
    private final Set<String> ours;

    /**
     * Prepares to look.
     *
     * @param swarm where the app is
     * @param ours names of files at the roots of volumes that the harness has put there
     */
    public CoverageMap(Swarm swarm, Set<String> ours) {
        this.swarm = swarm;
        this.ours = Set.copyOf(ours);
    }

    /**
     * Looks at an app's volumes and containers; all that is on them was written since its deploy, as all of it is new.
     *
     * @param app the app
     * @param contract what its labels say
     * @return one for each place, volumes first
     * @throws org.recipeharness.swarm.SwarmException when the engine does not show it
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Unsaved> of(DeployedApp app, Contract contract) throws InterruptedException {
        return of(app, contract, (volume, path) -> false);
    }

    /**
     * Finds the same, without files that are not needed.
     *
     * @param app the app
     * @param contract what its labels say
     * @param unneeded determines of a volume's key and a path on it if the data is saved in another form, such as a dump
     * @return one for each place, volumes first
     * @throws org.recipeharness.swarm.SwarmException when the engine does not show it
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Unsaved> of(DeployedApp app, Contract contract, BiPredicate<String, String> unneeded)
            throws InterruptedException {
        List<Unsaved> unsaved = new ArrayList<>(volumes(app, contract, unneeded));
        for (String service : app.running()) {
            List<String> data = app.files(service).writtenData();
            if (!data.isEmpty()) {
                unsaved.add(Unsaved.of(
                        "the container of service '" + service + "', outside of all volumes", data.size(), data));
            }
        }
        return unsaved;
    }

    private List<Unsaved> volumes(DeployedApp app, Contract contract, BiPredicate<String, String> unneeded)
            throws InterruptedException {
        List<VolumePart> looked = app.stack().volumes().stream()
                .filter(volume -> contract.part(volume.key())
                        .map(part -> !part.paths().isEmpty())
                        .orElse(true))
                .map(volume -> new VolumePart(volume.key(), volume.name(), List.of()))
                .toList();
        var unsaved = new ArrayList<Unsaved>();
        if (!looked.isEmpty()) {
            try (VolumeBox box = ArchiveEngine.open(swarm, Backups.selection(app, looked))) {
                for (VolumePart volume : looked) {
                    Optional<VolumePart> saved = contract.part(volume.volume());
                    places(filesBesides(saved, volume, unneeded, box), Unsaved.place(volume.volume()))
                            .ifPresent(unsaved::add);
                }
            }
        }
        return unsaved;
    }

    private static Optional<Unsaved> places(Map<String, Integer> files, String volume) {
        List<String> where = files.entrySet().stream()
                .map(each -> each.getKey().endsWith("/") ? each.getKey() + " (" + each.getValue() + ")" : each.getKey())
                .toList();
        int all = files.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? Optional.empty() : Optional.of(Unsaved.of(volume, all, where));
    }

    /** Counts the files of a volume that are not among what is saved of it, by what is at its root. */
    private Map<String, Integer> filesBesides(
            Optional<VolumePart> saved, VolumePart volume, BiPredicate<String, String> unneeded, VolumeBox box)
            throws InterruptedException {
        var files = new TreeMap<String, Integer>();
        box.read(SnapshotLayout.mountOf(volume.name()), archive -> {
            ArchiveReading.all(archive, (entry, content) -> {
                // Entries are named from the volume's own folder.
                List<String> steps = SnapshotLayout.steps(entry.getName());
                String path = String.join("/", steps.subList(1, steps.size()));
                boolean isSaved = ours.contains(path)
                        || unneeded.test(volume.volume(), path)
                        || saved.filter(part -> part.covers(path)).isPresent();
                if (EntryType.of(entry) == EntryType.FILE && !isSaved) {
                    files.merge(steps.size() > 2 ? steps.get(1) + "/" : path, 1, Integer::sum);
                }
            });
            return files;
        });
        return files;
    }
}
