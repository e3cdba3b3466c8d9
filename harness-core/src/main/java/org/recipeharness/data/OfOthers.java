package org.recipeharness.data;

import java.util.Optional;
import java.util.Set;
import org.recipeharness.stack.Mounted;
import org.recipeharness.stack.Mounted.Kind;
import org.recipeharness.stack.VolumeMount.Access;

/** Describes what a service mounts and its stack does not own: an external volume, or a folder of the node. */
final class OfOthers {

    /** What a service mounts of its node without keeping data there. */
    private static final Set<String> OF_THE_NODE = Set.of(
            "/dev", "/etc/localtime", "/etc/timezone", "/lib/modules", "/proc", "/run", "/sys", "/tmp", "/var/run");

    private OfOthers() {}

    /** Return a line that says why a mount is not covered; empty if it is no data of the app. */
    static Optional<String> describe(String service, Mounted mount) {
        String at = " at " + mount.target() + " of service '" + service + "': ";
        if (mount.kind() == Kind.VOLUME && !mount.source().isEmpty()) {
            return Optional.of("external volume '" + mount.source() + "'" + at
                    + "the stack does not own it, so the harness neither writes to it nor saves it");
        }
        boolean keepsData = mount.kind() == Kind.BIND
                && mount.access() == Access.READ_WRITE
                && !mount.target().endsWith(".sock")
                && OF_THE_NODE.stream()
                        .noneMatch(folder ->
                                mount.target().equals(folder) || mount.target().startsWith(folder + "/"));
        return keepsData
                ? Optional.of("folder " + mount.source() + " of the node" + at
                        + "it is on no volume, so the harness neither writes to it nor saves it")
                : Optional.empty();
    }
}
