package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.backup.SnapshotEntry.Kind;

/**
 * What of an app's volumes a backup does not prove.
 *
 * @param notCovered what is saved without a marker in it, a line each: whether it comes back is not known
 * @param notSaved what is not saved, a line each with the label that says so
 */
public record BackupGaps(List<String> notCovered, List<String> notSaved) {

    public BackupGaps {
        notCovered = List.copyOf(notCovered);
        notSaved = List.copyOf(notSaved);
    }

    /**
     * Compare what is saved with the volumes that are there.
     *
     * @param volumes the keys of all volumes that a service mounts
     * @param contract what the labels say
     * @param proof what the snapshot holds
     * @param databases the volumes that hold files of a database whose marker is in the snapshot
     * @param unsaved the files that are not in the snapshot, without those of such databases
     * @return a line for each gap, in the order of the volumes
     */
    public static BackupGaps of(
            List<String> volumes, Contract contract, Proof proof, Set<String> databases, List<Unsaved> unsaved) {
        var notCovered = new ArrayList<String>();
        var notSaved = new ArrayList<String>();
        for (String volume : volumes) {
            Optional<VolumePart> part = contract.part(volume);
            Optional<Unsaved> files =
                    unsaved.stream().filter(each -> each.isOf(volume)).findFirst();
            boolean onlyInADump = part.isEmpty() && databases.contains(volume);
            if (files.isPresent() || (part.isEmpty() && !onlyInADump)) {
                notSaved.add(Unsaved.place(volume) + " " + limit(part) + reason(volume, contract)
                        + files.map(BackupGaps::named).orElse(""));
            }
            part.ifPresent(saved -> saved.paths().stream()
                    .filter(path -> proof.holding().stream().noneMatch(entry -> isAt(entry, saved, path)))
                    .forEach(path -> notCovered.add(Unsaved.place(volume) + ": its path '" + path
                            + "' is saved, but no marker is in it, so whether it comes back is not known")));
        }
        return new BackupGaps(notCovered, notSaved);
    }

    private static boolean isAt(SnapshotEntry entry, VolumePart part, String path) {
        return entry.kind() == Kind.FILE
                && entry.volume().equals(part.name())
                && (entry.path().equals(path) || entry.path().startsWith(path + "/"));
    }

    private static String limit(Optional<VolumePart> part) {
        return part.map(saved -> "is saved only at " + String.join(", ", saved.paths()))
                .orElse("is not saved");
    }

    private static String reason(String volume, Contract contract) {
        return contract.labels().stream()
                .filter(label -> label.name().equals(ContractReading.VOLUMES + volume)
                        || label.name().equals(ContractReading.VOLUMES + volume + ".path"))
                .findFirst()
                .map(label -> ": " + label)
                .orElse(contract.part(volume).isPresent() ? "" : ": no label names it");
    }

    private static String named(Unsaved files) {
        return "; " + files.files() + (files.files() == 1 ? " file" : " files") + " left out, such as "
                + String.join(", ", files.most());
    }
}
