package org.recipeharness.stack;

import java.util.List;
import org.recipeharness.compose.Yaml.Mapping;

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
        List<Mounted> all = Mounts.of(service);
        List<VolumeMount> mounts = all.stream()
                .filter(mount ->
                        mount.kind() == Mounted.Kind.VOLUME && !mount.source().isEmpty())
                .map(mount -> new VolumeMount(mount.source(), mount.target(), mount.access()))
                .filter(mount -> !isExternal(mount, volumes))
                .toList();
        List<String> targets = all.stream().map(Mounted::target).toList();
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

    private static boolean isExternal(VolumeMount mount, Mapping volumes) {
        return volumes.find(mount.volume()).isPresent() && External.is(volumes.mapping(mount.volume()));
    }
}
