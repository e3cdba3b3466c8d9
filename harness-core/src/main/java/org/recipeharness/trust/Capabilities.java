package org.recipeharness.trust;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Linux capabilities that a service may ask for.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7)</a>
 * @see <a href="https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities">those that each
 *     container has</a>
 */
final class Capabilities {

    private static final Set<String> OF_EACH_CONTAINER = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final Set<String> OUT_OF_THE_CONTAINER = Set.of(
            "ALL",
            "BPF",
            "CHECKPOINT_RESTORE",
            "DAC_READ_SEARCH",
            "MAC_ADMIN",
            "MAC_OVERRIDE",
            "PERFMON",
            "SYSLOG",
            "SYS_ADMIN",
            "SYS_BOOT",
            "SYS_MODULE",
            "SYS_PTRACE",
            "SYS_RAWIO");

    private static final String PREFIX = "CAP_";

    private Capabilities() {}

    /** Determines what a capability gives; empty for one that each container has. */
    static Optional<Reach> reach(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT);
        String name = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        if (OF_EACH_CONTAINER.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(OUT_OF_THE_CONTAINER.contains(name) ? Reach.KERNEL_CAPABILITY : Reach.CAPABILITY);
    }
}
