package org.recipeharness.symptom;

import java.util.List;

/** What the engine says of a task that it can't make. */
final class EngineLines {

    static final List<KnownLine> ALL = List.of(
            KnownLine.of(
                    Sign.MISSING_MOUNT,
                    "bind source path does not exist: (\\S+)",
                    "The node has no {1}, which the service mounts",
                    "Create it on each node on which the service may run, or mount a volume or a config; swarm does not create folders"),
            KnownLine.of(
                    Sign.MISSING_MOUNT,
                    "error while creating mount source path '([^']+)'",
                    "The engine can't create {1}, which the service mounts",
                    "Create it on the node, or mount a volume"),
            KnownLine.of(
                    Sign.MISSING_MOUNT,
                    "error mounting .* to rootfs at \\\\?\"([^\"\\\\]+)\\\\?\".*not a directory",
                    "A file is mounted at {1} where the image has a folder, or a folder where it has a file",
                    "Give the mount's target the file's full path, and its source the same kind of thing"),
            KnownLine.of(
                    Sign.MISSING_MOUNT,
                    "(?i)(?:get|create|mount) (\\S+): error while (?:mounting volume|looking up volume plugin)|VolumeDriver\\.\\w+"
                            + "|error while mounting volume '([^']+)'|looking up volume plugin (\\S+): plugin",
                    "The driver of a volume fails, or the node lacks it",
                    "Check the volume's 'driver_opts' (address, export, folder), and 'docker plugin ls' on the node"),
            KnownLine.of(
                    Sign.OTHER_PLATFORM,
                    "no matching manifest for (\\S+) in the manifest list",
                    "The image is not published for the node's platform ({1})",
                    "Use an image that is published for it, or place the service on another node"),
            KnownLine.of(
                    Sign.IMAGE_MISSING,
                    "No such image: (\\S+)",
                    "The node does not have the image {1} and can't pull it",
                    "Check the name, the tag and the digest, and whether the node may pull it: a private registry needs a login"
                            + " and --with-registry-auth"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?scheduling constraints not satisfied",
                    "No node meets the service's placement constraints",
                    "Compare 'deploy.placement.constraints' with 'docker node inspect': a label may be missing, or a constraint wrong"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?insufficient resources",
                    "No node has as much memory or CPU left as the service reserves",
                    "Lower 'deploy.resources.reservations', or remove what other services reserve"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?unsupported platform",
                    "The image is not published for the platform of any node",
                    "Use an image that is published for it, or add a node of that platform"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?missing plugin",
                    "No node has the plugin that a volume, a network or the log driver of the service asks for",
                    "Install it ('docker plugin ls' on each node), or use a driver that is there"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?max replicas per node limit",
                    "The service has more replicas than its 'max_replicas_per_node' lets the nodes have",
                    "Lower 'replicas', or raise the limit"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?cannot fulfill requested",
                    "No node has the cluster volume that the service asks for",
                    "Check it with 'docker volume ls --cluster'"),
            KnownLine.of(
                    Sign.NO_NODE,
                    "no suitable node \\(.*?not available for new tasks",
                    "The nodes that could take the service are down, paused or drained",
                    "Check 'docker node ls'"));

    private EngineLines() {}
}
