package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.stack.VolumeMount.Access;

/** Reads the named volumes of a service, which a compose document has in their long form. */
final class VolumeMounts {

    private VolumeMounts() {}

    /**
     * Reads them.
     *
     * @param service the service
     * @param volumes the document's volumes; those of others hold data that is not the app's
     */
    static List<VolumeMount> of(Mapping service, Mapping volumes) {
        var mounts = new ArrayList<VolumeMount>();
        if (service.find("volumes").orElse(null) instanceof Sequence written) {
            for (Yaml item : written.items()) {
                if (item instanceof Mapping mount) {
                    mount(mount).filter(each -> !isExternal(each, volumes)).ifPresent(mounts::add);
                }
            }
        }
        List<String> targets = MountTargets.of(service);
        return mounts.stream().map(mount -> withCovered(mount, targets)).toList();
    }

    private static VolumeMount withCovered(VolumeMount mount, List<String> targets) {
        String root = mount.target().replaceFirst("/+$", "") + "/";
        List<String> covered = targets.stream()
                .filter(target -> target.startsWith(root) && target.length() > root.length())
                .map(target -> target.substring(root.length()))
                .toList();
        return new VolumeMount(mount.volume(), mount.target(), mount.access(), covered);
    }

    private static Optional<VolumeMount> mount(Mapping mount) {
        Optional<String> volume = mount.text("type").filter("volume"::equals).flatMap(type -> mount.text("source"));
        Access access =
                mount.text("read_only").filter("true"::equals).isPresent() ? Access.READ_ONLY : Access.READ_WRITE;
        return volume.flatMap(name -> mount.text("target").map(target -> new VolumeMount(name, target, access)));
    }

    private static boolean isExternal(VolumeMount mount, Mapping volumes) {
        return volumes.find(mount.volume()).isPresent() && External.is(volumes.mapping(mount.volume()));
    }
}
