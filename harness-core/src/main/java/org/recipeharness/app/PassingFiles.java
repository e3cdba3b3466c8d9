package org.recipeharness.app;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides which files that a container has written outside of its volumes are not data: temporary files, caches, logs, and what a
 * program leaves only while it runs.
 */
final class PassingFiles {

    /** By the Filesystem Hierarchy Standard 3.0 (2.3, 3.15, 3.18, 5.5, 5.9, 5.10, 5.13, 5.15) an app can lose what is in these. */
    private static final Set<String> FOLDERS = Set.of(
            "/dev", "/proc", "/run", "/sys", "/tmp", "/var/cache", "/var/lock", "/var/log", "/var/run", "/var/tmp");

    /** Caches of programs: XDG's, npm's, and Python's compiled modules. */
    private static final Set<String> CACHES = Set.of(".cache", ".npm", "__pycache__");

    /** Process ids, locks, sockets (PostgreSQL's are named {@code .s.PGSQL.5432}), compiled modules, and histories of shells. */
    private static final Pattern NAMES = Pattern.compile(
            ".+\\.(pid|lock|lck|sock|socket|pyc)|\\.s\\.PGSQL\\..+|\\.\\w+_history|\\.lesshst|\\.viminfo");

    private PassingFiles() {}

    /**
     * Determine if a file is not data.
     *
     * @param path absolute within the container
     */
    static boolean isPassing(String path) {
        List<String> steps = Stream.of(path.split("/")).toList();
        return FOLDERS.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"))
                || steps.stream().anyMatch(CACHES::contains)
                || NAMES.matcher(steps.isEmpty() ? "" : steps.get(steps.size() - 1))
                        .matches();
    }
}
