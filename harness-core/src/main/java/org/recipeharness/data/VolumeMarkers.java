package org.recipeharness.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/** Puts a file onto each volume of an app and looks for it again, so that a recipe's data is checked without any code for it. */
public final class VolumeMarkers {

    private final DeployedApp app;

    /**
     * Prepares to seed, or to look.
     *
     * @param app the app as it runs now
     */
    public VolumeMarkers(DeployedApp app) {
        this.app = app;
    }

    /**
     * Seeds each named volume that a running service can write to.
     *
     * @return what was seeded, and the volumes that could not be
     * @throws SwarmException when the engine can't write a file
     */
    public Seeded seed() {
        var markers = new ArrayList<VolumeMarker>();
        var uncovered = new ArrayList<String>();
        for (String volume : volumes()) {
            Optional<Place> place = place(volume, Access.READ_WRITE);
            if (place.isPresent()) {
                var marker = new VolumeMarker(
                        volume, app.stack().labels().run() + " was here before, on volume " + volume + "\n");
                place.get().write(marker.content());
                markers.add(marker);
            } else {
                uncovered.add(volume);
            }
        }
        return new Seeded(markers, uncovered);
    }

    /**
     * Looks for what was seeded before something was done to the app.
     *
     * @param seeded what was put there
     * @return what is not there any more, a line each; empty where all of it is
     * @throws SwarmException when the engine can't read a file
     */
    public List<String> lost(Seeded seeded) {
        return seeded.markers().stream()
                .flatMap(marker -> loss(marker).stream())
                .toList();
    }

    private Optional<String> loss(VolumeMarker marker) {
        Optional<Place> place =
                place(marker.volume(), Access.READ_WRITE).or(() -> place(marker.volume(), Access.READ_ONLY));
        if (place.isEmpty()) {
            return Optional.of("volume '" + marker.volume() + "': no running service mounts it any more (volumes now: "
                    + String.join(", ", volumes()) + ")");
        }
        Optional<String> found = place.get().read();
        if (found.isEmpty()) {
            return Optional.of("volume '" + marker.volume() + "': the file " + place.get() + " is gone");
        }
        return found.get().equals(marker.content())
                ? Optional.empty()
                : Optional.of("volume '" + marker.volume() + "': the file " + place.get() + " holds '"
                        + found.get().strip() + "', expected '"
                        + marker.content().strip() + "'");
    }

    private Set<String> volumes() {
        var volumes = new LinkedHashSet<String>();
        for (StackService service : app.stack().services()) {
            service.volumes().forEach(mount -> volumes.add(mount.volume()));
        }
        return volumes;
    }

    private Optional<Place> place(String volume, Access access) {
        List<ServiceState> states = app.services();
        List<TaskState> tasks = app.tasks();
        for (StackService service : app.stack().services()) {
            for (VolumeMount mount : service.volumes()) {
                if (mount.volume().equals(volume) && mount.access() == access && runs(service.name(), states, tasks)) {
                    return Optional.of(new Place(service.name(), mount.target()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean runs(String service, List<ServiceState> states, List<TaskState> tasks) {
        return states.stream()
                .filter(state -> state.shortName().equals(service))
                .anyMatch(state ->
                        tasks.stream().anyMatch(task -> task.service().equals(state.id()) && task.isRunning()));
    }

    /** Where a volume's marker is, as a service sees it. */
    private final class Place {

        private final String service;
        private final String file;

        Place(String service, String target) {
            this.service = service;
            this.file = target.replaceFirst("/+$", "") + "/" + VolumeMarker.FILE;
        }

        void write(String content) {
            app.files(service).write(file, content.getBytes(StandardCharsets.UTF_8));
        }

        Optional<String> read() {
            return app.files(service).read(file).map(content -> new String(content, StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return file + " of service '" + service + "'";
        }
    }
}
