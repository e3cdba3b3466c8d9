package org.recipeharness.restore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.backup.BackupGaps;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records which data the operations of a run have checked. Operations write it; the thread that writes the results reads it. */
public final class DataLedger {

    private static final Logger LOG = LoggerFactory.getLogger(DataLedger.class);
    private static final int FEW = 6;

    private final Map<String, List<String>> uncovered = new LinkedHashMap<>();
    private final Map<String, Set<String>> written = new TreeMap<>();
    private final Set<String> unlisted = new LinkedHashSet<>();
    private Optional<BackupGaps> gaps = Optional.empty();
    private Seeded saved = new Seeded(List.of(), List.of());
    private boolean restored;

    /** Record what could not be seeded in a version that an upgrade comes from. */
    public synchronized void noteSeeded(String version, Seeded seeded) {
        uncovered.put(version, seeded.uncovered());
    }

    /** Record a backup of the head: the markers that it holds, what could not be seeded, and what it leaves out. */
    public synchronized void noteSaved(Seeded seeded, BackupGaps itsGaps) {
        saved = seeded;
        gaps = Optional.of(itsGaps);
    }

    /** Record that the head offers no backup, with the reason. */
    public synchronized void noteNoBackup(NotApplicableException none) {
        gaps = Optional.of(new BackupGaps(List.of(), List.of("all data: " + none.getMessage())));
    }

    /** Record the restore of that backup in place, with the markers that are not back. */
    public synchronized void noteRestored(List<String> lost) {
        restored = lost.isEmpty();
    }

    /** Record which data the head has written outside of every volume. If the engine does not list it, no tier is red for that. */
    public void noteWritten(DeployedApp head) {
        try {
            for (String service : head.running()) {
                add(service, head.files(service).writtenData());
            }
        } catch (SwarmException e) {
            LOG.warn("Listing the files of {} outside of every volume", head, e);
            unlisted("the files of the services outside of every volume: the engine did not list them: "
                    + e.getMessage());
        }
    }

    private synchronized void add(String service, List<String> paths) {
        written.computeIfAbsent(service, each -> new TreeSet<>()).addAll(paths);
    }

    private synchronized void unlisted(String line) {
        unlisted.add(line);
    }

    /** Return what is known so far. */
    public synchronized DataCoverage coverage() {
        Set<String> notCovered = new LinkedHashSet<>(outside());
        Set<String> notSaved = new LinkedHashSet<>(gaps.isPresent() ? notCovered : Set.of());
        notCovered.addAll(saved.uncovered());
        gaps.ifPresent(ofBackup -> {
            notCovered.addAll(ofBackup.notCovered());
            notSaved.addAll(ofBackup.notSaved());
        });
        List<String> back = back();
        boolean complete = !back.isEmpty() && notCovered.isEmpty() && notSaved.isEmpty();
        var all = new ArrayList<>(notCovered);
        uncovered.forEach((version, lines) -> lines.stream()
                .filter(line -> !notCovered.contains(line))
                .forEach(line -> all.add(line + " (in " + version + ")")));
        return new DataCoverage(back, all, List.copyOf(notSaved), complete);
    }

    private List<String> outside() {
        var lines = new ArrayList<String>();
        written.forEach((service, paths) -> {
            if (!paths.isEmpty()) {
                lines.add("files of service '" + service + "' outside of every volume, lost with its container: "
                        + String.join(", ", paths.stream().limit(FEW).toList())
                        + (paths.size() > FEW ? " and " + (paths.size() - FEW) + " more" : ""));
            }
        });
        lines.addAll(unlisted);
        return lines;
    }

    private List<String> back() {
        return restored
                ? saved.seeds().stream().map(seed -> seed.store().toString()).toList()
                : List.of();
    }
}
