package org.recipeharness.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceFiles;
import org.recipeharness.stack.VolumeMount;

/** A marker's file on a volume, through whichever service mounts it now. */
final class FileAccess implements StoreAccess {

    private final DeployedApp app;
    private final VolumeFolder store;

    FileAccess(DeployedApp app, VolumeFolder store) {
        this.app = app;
        this.store = store;
    }

    @Override
    public Optional<String> write(Marker marker) {
        app.files(store.service())
                .write(store.file(), (String.join("\n", marker.rows()) + "\n").getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    @Override
    public void drop() throws InterruptedException {
        VolumeFolder now = place().orElse(store);
        app.exec(now.service()).run("rm", "-f", now.file());
        ServiceFiles files = app.files(now.service());
        if (files.read(now.file()).isPresent()) {
            // A container without rm, or whose user may not: what is in the file is gone all the same.
            files.write(now.file(), new byte[0]);
        }
    }

    @Override
    public Found read() {
        Optional<VolumeFolder> now = place();
        if (now.isEmpty()) {
            return Found.nothing(
                    "no running service mounts it any more (volumes now: " + String.join(", ", volumes()) + ")");
        }
        String file =
                "the file " + now.get().file() + " of service '" + now.get().service() + "'";
        Optional<byte[]> content = app.files(now.get().service()).read(now.get().file());
        if (content.isEmpty() || content.get().length == 0) {
            return Found.nothing(file + (content.isEmpty() ? " is gone" : " is empty"));
        }
        String text = new String(content.get(), StandardCharsets.UTF_8);
        return new Found(Optional.of(text.lines().toList()), file);
    }

    private Optional<VolumeFolder> place() {
        List<String> running = app.running();
        return app.stack().services().stream()
                .filter(service -> running.contains(service.name()))
                .flatMap(service -> service.volumes().stream()
                        .filter(mount -> mount.volume().equals(store.volume()))
                        .map(mount -> new VolumeFolder(service.name(), mount.volume(), mount.target())))
                .findFirst();
    }

    private List<String> volumes() {
        return app.stack().services().stream()
                .flatMap(service -> service.volumes().stream())
                .map(VolumeMount::volume)
                .distinct()
                .toList();
    }
}
