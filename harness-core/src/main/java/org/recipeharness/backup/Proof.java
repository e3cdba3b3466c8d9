package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.backup.Content.Form;
import org.recipeharness.backup.SnapshotEntry.Kind;

/**
 * What a snapshot shows when it is opened, whatever the backup said of itself.
 *
 * @param holding the files in which something that was looked for was found
 * @param held where each thing that was looked for was found, a line each
 * @param faults what is missing, empty or broken, a line each; empty where the backup holds what it must
 * @param warnings what is there, but is nothing that one would want to restore from, a line each
 */
public record Proof(List<SnapshotEntry> holding, List<String> held, List<String> faults, List<String> warnings) {

    private static final int MOST_NAMES = 12;

    public Proof {
        holding = List.copyOf(holding);
        held = List.copyOf(held);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /**
     * Opens a snapshot and looks.
     *
     * @param backup what was made
     * @param wanted by text that must be in the snapshot: what it belongs to, in words
     * @return what was found
     * @throws BackupException when the snapshot can't be read
     * @throws InterruptedException when the thread is interrupted
     */
    public static Proof of(BackedUp backup, Map<String, String> wanted) throws InterruptedException {
        SnapshotLook look = SnapshotLook.through(backup.snapshot(), wanted.keySet());
        List<VolumePart> parts = backup.contract().parts();
        var faults = new ArrayList<String>();
        parts.forEach(
                part -> part.paths().forEach(path -> emptiness(look, part, path).ifPresent(faults::add)));
        parts.stream()
                .filter(part -> !part.paths().isEmpty())
                .flatMap(look::in)
                .flatMap(content -> broken(content).stream())
                .forEach(faults::add);
        var held = new ArrayList<String>();
        wanted.forEach((text, owner) -> {
            List<Content> holding = look.holding(text);
            if (holding.isEmpty()) {
                faults.add("nothing of " + owner + " is in the snapshot" + lookedIn(look, parts, backup.contract()));
            } else {
                held.add(owner + ": in " + name(holding.get(0)) + ", "
                        + holding.get(0).form());
            }
        });
        List<SnapshotEntry> entries = wanted.keySet().stream()
                .flatMap(text -> look.holding(text).stream())
                .map(Content::entry)
                .distinct()
                .toList();
        return new Proof(entries, held, faults, hotCopies(look));
    }

    private static Optional<String> emptiness(SnapshotLook look, VolumePart part, String path) {
        return look.at(part, path).findAny().isPresent()
                ? Optional.empty()
                : Optional.of("the path '" + path + "' of volume '" + part.volume()
                        + "' matches nothing: a label names it, but nothing is there once the hooks have run");
    }

    private static Optional<String> broken(Content content) {
        if (content.form() == Form.EMPTY) {
            return Optional.of(name(content) + " is empty");
        }
        return content.fault().isEmpty()
                ? Optional.empty()
                : Optional.of(name(content) + ", " + content.form() + ": " + content.fault());
    }

    private static String lookedIn(SnapshotLook look, List<VolumePart> parts, Contract contract) {
        String names = parts.stream()
                .flatMap(look::in)
                .filter(content -> content.entry().kind() == Kind.FILE)
                .limit(MOST_NAMES)
                .map(content -> name(content) + " (" + content.entry().size() + " bytes, " + content.form() + ")")
                .collect(Collectors.joining(", "));
        return ". Looked in " + (names.isEmpty() ? "no file, as there is none" : names)
                + contract.omitted().stream().map(line -> "; " + line).collect(Collectors.joining());
    }

    private static List<String> hotCopies(SnapshotLook look) {
        return Arrays.stream(HotFiles.values())
                .flatMap(files -> look.hotCopy(files).map(entry -> warning(files, entry)).stream())
                .toList();
    }

    private static String warning(HotFiles files, SnapshotEntry entry) {
        return "the files of a " + files.server() + " server were copied while it ran (" + files.file() + " of volume "
                + entry.volume() + " is in the snapshot): put back under a running server, they change nothing that it"
                + " answers";
    }

    private static String name(Content content) {
        return content.entry().path() + " of volume " + content.entry().volume();
    }
}
