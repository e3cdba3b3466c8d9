package org.recipeharness.swarm.docker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.swarm.SwarmException;

/**
 * Finds out whether a kernel has IPVS, without which swarm's virtual IPs and ingress ports accept nothing and route nothing.
 *
 * <p>Only the kernel of this machine can be looked at. An engine elsewhere is taken to have IPVS, as nearly all have.
 */
final class Ipvs {

    private static final Path LOADED = Path.of("/proc/net/ip_vs");
    private static final Path MODULES = Path.of("/lib/modules");

    private final Optional<Boolean> declared;

    Ipvs(Optional<Boolean> declared) {
        this.declared = declared;
    }

    boolean routes(URI engine, String kernel) {
        return declared.orElseGet(() -> !isHere(engine, kernel) || Files.exists(LOADED) || isLoadable(kernel));
    }

    private static boolean isHere(URI engine, String kernel) {
        return "unix".equals(engine.getScheme()) && kernel.equals(System.getProperty("os.version"));
    }

    /** The engine loads the module when a swarm first needs it. */
    private static boolean isLoadable(String kernel) {
        return Stream.of("modules.builtin", "modules.dep")
                .anyMatch(list -> names(MODULES.resolve(kernel).resolve(list)));
    }

    private static boolean names(Path list) {
        if (!Files.isReadable(list)) {
            return false;
        }
        try (Stream<String> modules = Files.lines(list)) {
            return modules.anyMatch(module -> module.contains("/ip_vs.ko"));
        } catch (IOException e) {
            throw new SwarmException("Looking for IPVS in " + list, e);
        }
    }
}
