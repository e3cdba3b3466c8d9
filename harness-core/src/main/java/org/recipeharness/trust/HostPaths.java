package org.recipeharness.trust;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths of the host that a container may see, and what each gives. */
final class HostPaths {

    private static final Pattern SOCKET = Pattern.compile("(?:docker|containerd|podman|crio|cri-dockerd)\\.sock");

    /** These hold the engine's sockets, its state, or everything. */
    private static final List<Path> ENGINE =
            List.of(Path.of("/run"), Path.of("/var/run"), Path.of("/var/lib/docker"), Path.of("/var/lib/containerd"));

    /** Folders of the system, by the Filesystem Hierarchy Standard 3.0. */
    private static final List<Path> SYSTEM = List.of(
            Path.of("/bin"),
            Path.of("/boot"),
            Path.of("/dev"),
            Path.of("/etc"),
            Path.of("/home"),
            Path.of("/lib"),
            Path.of("/lib32"),
            Path.of("/lib64"),
            Path.of("/proc"),
            Path.of("/root"),
            Path.of("/sbin"),
            Path.of("/sys"),
            Path.of("/usr"),
            Path.of("/var/lib"),
            Path.of("/var/spool"));

    /** The clock's settings, which many images want to read. */
    private static final Set<Path> HARMLESS_TO_READ = Set.of(Path.of("/etc/localtime"), Path.of("/etc/timezone"));

    private HostPaths() {}

    /**
     * Determine what a path of the host gives to a container.
     *
     * @param written the path as the file has it, with the app's variables put in
     * @param readOnly whether the container may only read it
     * @return the access; empty if the path is harmless
     */
    static Optional<Reach> reach(String written, boolean readOnly) {
        if (written.startsWith("~")) {
            return Optional.of(Reach.HOST_SYSTEM);
        }
        Path path;
        try {
            path = Path.of(written).normalize();
        } catch (InvalidPathException e) {
            return Optional.of(Reach.HOST_FOLDER);
        }
        if (readOnly && HARMLESS_TO_READ.contains(path)) {
            return Optional.empty();
        }
        boolean socket = path.getFileName() != null
                && SOCKET.matcher(path.getFileName().toString()).matches();
        if (socket || isAtOrAround(path, ENGINE)) {
            return Optional.of(Reach.ENGINE);
        }
        return Optional.of(isAtOrAround(path, SYSTEM) ? Reach.HOST_SYSTEM : Reach.HOST_FOLDER);
    }

    /** A path below such a folder, the folder itself, or one that holds it, such as the root. */
    private static boolean isAtOrAround(Path path, List<Path> folders) {
        return folders.stream().anyMatch(folder -> path.startsWith(folder) || folder.startsWith(path));
    }
}
