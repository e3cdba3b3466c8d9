package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.stack.BackupLabelNames;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.StackVolume;
import org.recipeharness.stack.VolumeMount;

/**
 * Decides what of a stack's volumes is saved.
 *
 * <p>By the specification: all volumes, but for those that a label excludes or limits to paths. Before it, a service named paths in
 * its container: where one does, it is these that are saved, and the whole volumes of services that are enabled without a path.
 */
final class VolumeSelection {

    private static final String PATH_OF_VOLUME = BackupLabelNames.PATH_OF_VOLUME;

    private final RenderedStack stack;
    private final List<BackupLabel> labels;
    private final List<String> problems;
    private final Map<String, Set<String>> paths = new LinkedHashMap<>();
    private final List<String> omitted = new ArrayList<>();

    VolumeSelection(RenderedStack stack, List<BackupLabel> labels, List<String> problems) {
        this.stack = stack;
        this.labels = labels;
        this.problems = problems;
        List<BackupLabel> older = named(ContractReading.PATH_IN_CONTAINER);
        if (older.isEmpty()) {
            mounted().forEach(this::whole);
        } else {
            older.forEach(this::inContainer);
            enabledWithoutPath(older).forEach(this::whole);
        }
        labels.stream()
                .filter(label -> label.name().startsWith(ContractReading.VOLUMES))
                .forEach(this::ofVolume);
        mounted().stream()
                .filter(volume -> !paths.containsKey(volume)
                        && omitted.stream().noneMatch(line -> line.startsWith(quoted(volume))))
                .forEach(volume -> omitted.add(quoted(volume) + " is not saved: no label names it"));
    }

    List<VolumePart> parts() {
        return stack.volumes().stream()
                .filter(volume -> paths.containsKey(volume.key()) && mounted().contains(volume.key()))
                .map(volume -> new VolumePart(
                        volume.key(),
                        volume.name(),
                        List.copyOf(paths.getOrDefault(volume.key(), Set.of())),
                        covered(volume.key())))
                .toList();
    }

    private List<String> covered(String volume) {
        return stack.services().stream()
                .flatMap(service -> service.volumes().stream())
                .filter(mount -> mount.volume().equals(volume))
                .flatMap(mount -> mount.covered().stream())
                .distinct()
                .toList();
    }

    List<String> omitted() {
        return omitted;
    }

    private List<BackupLabel> named(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).toList();
    }

    /** The stack's own volumes that a service mounts; docker makes no others. */
    private Set<String> mounted() {
        return stack.services().stream()
                .flatMap(service -> service.volumes().stream())
                .map(VolumeMount::volume)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> enabledWithoutPath(List<BackupLabel> older) {
        return named(ContractReading.ENABLED).stream()
                .filter(ContractReading::isTrue)
                .map(BackupLabel::service)
                .filter(service ->
                        older.stream().noneMatch(label -> label.service().equals(service)))
                .flatMap(service -> stack.service(service).stream())
                .flatMap(service -> service.volumes().stream())
                .map(VolumeMount::volume)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void whole(String volume) {
        paths.put(volume, new LinkedHashSet<>());
    }

    private boolean isWhole(String volume) {
        return paths.getOrDefault(volume, Set.of(".")).isEmpty();
    }

    private void inContainer(BackupLabel label) {
        List<VolumeMount> mounts =
                stack.service(label.service()).map(StackService::volumes).orElse(List.of());
        for (String path : each(label)) {
            List<VolumeMount> below = mounts.stream()
                    .filter(mount -> folder(mount.target()).startsWith(folder(path)))
                    .toList();
            Optional<VolumeMount> holding = mounts.stream()
                    .filter(mount -> folder(path).startsWith(folder(mount.target())))
                    .findFirst();
            if (!below.isEmpty()) {
                below.forEach(mount -> whole(mount.volume()));
            } else if (holding.isPresent() && !isWhole(holding.get().volume())) {
                limit(
                        holding.get().volume(),
                        folder(path).substring(folder(holding.get().target()).length()));
            } else if (holding.isEmpty()) {
                problems.add(label.origin() + ": the path " + path + " is on none of the volumes of service '"
                        + label.service() + "', so nothing there outlives its container. It mounts: "
                        + (mounts.isEmpty()
                                ? "none"
                                : mounts.stream()
                                        .map(mount -> mount.volume() + " at " + mount.target())
                                        .collect(Collectors.joining(", ")))
                        + elsewhere(path));
            }
        }
    }

    private String elsewhere(String path) {
        return stack.services().stream()
                .filter(service -> service.volumes().stream()
                        .anyMatch(mount -> folder(path).startsWith(folder(mount.target()))))
                .map(service ->
                        ". Service '" + service.name() + "' has a volume there: is the label on the wrong service?")
                .findFirst()
                .orElse("");
    }

    private void ofVolume(BackupLabel label) {
        String named = label.name().substring(ContractReading.VOLUMES.length());
        String volume =
                named.endsWith(PATH_OF_VOLUME) ? named.substring(0, named.length() - PATH_OF_VOLUME.length()) : named;
        if (stack.volumes().stream().map(StackVolume::key).noneMatch(volume::equals)) {
            problems.add(label.origin() + ": the label " + label.name() + " names the volume '" + volume
                    + "', which the stack has not. It has: "
                    + stack.volumes().stream().map(StackVolume::key).collect(Collectors.joining(", ")));
        } else if (named.endsWith(PATH_OF_VOLUME)) {
            whole(volume);
            each(label).forEach(path -> limit(volume, folder(path).substring(1)));
            omitted.add(quoted(volume) + " is saved only at " + label.value() + ": " + label.origin());
        } else if ("false".equals(label.value().strip())) {
            paths.remove(volume);
            omitted.add(quoted(volume) + " is not saved: " + label.name() + "=false at " + label.origin());
        }
    }

    private void limit(String volume, String path) {
        paths.computeIfAbsent(volume, key -> new LinkedHashSet<>())
                .add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static List<String> each(BackupLabel label) {
        return Arrays.stream(label.value().split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** With a slash at both ends, so that one can be compared as the beginning of another. */
    private static String folder(String path) {
        return ("/" + path + "/").replaceAll("/+", "/");
    }

    private static String quoted(String volume) {
        return "volume '" + volume + "'";
    }
}
