package org.recipeharness.trust;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.compose.Yaml;

/**
 * What belongs to a stack by its name: its things on the swarm, its networks and its domain.
 *
 * @param stack the stack's name
 * @param domain the app's domain; empty if it has none
 * @param root the merged files
 * @param folder the recipe's own folder, whose files are its own on whatever host they are
 */
record OwnNames(String stack, Optional<String> domain, Yaml.Mapping root, Path folder) {

    /** The network on which the ingress reaches the apps, as Co-op Cloud calls it. */
    static final String INGRESS_NETWORK = "proxy";

    /** Determines whether a name on the swarm is of this stack. */
    boolean isOwn(String name) {
        return name.startsWith(stack + "_");
    }

    /** Determines whether a domain is the app's, or below it. */
    boolean isOwnDomain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                || domain.map(own -> own.toLowerCase(Locale.ROOT))
                        .filter(own -> !own.isEmpty() && (lower.equals(own) || lower.endsWith("." + own)))
                        .isPresent();
    }

    /** Determines whether a pattern of domains, such as {@code `{sub:.+}.app.example.com`}, takes only those below the app's. */
    boolean endsInOwnDomain(String pattern) {
        String plain =
                pattern.replaceAll("[`'\"^$\\\\]", "").replace("[.]", ".").strip();
        return domain.filter(own -> !own.isEmpty() && !plain.contains("|"))
                .filter(own -> plain.equals(own) || plain.endsWith("." + own))
                .isPresent();
    }

    /** Determines whether a path of the host lies in the recipe's own folder. */
    boolean isOwnFile(String path) {
        try {
            return Path.of(path).normalize().startsWith(folder.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Determines whether a network, by its key in the files, is shared with other stacks. */
    boolean isShared(String network) {
        return Fields.entries(root, "networks")
                .filter(each -> each.key().equals(network))
                .anyMatch(each -> isExternal(each.value()));
    }

    static boolean isExternal(Yaml.Mapping thing) {
        return Fields.isTrue(thing, "external")
                || Fields.mapping(thing, "external").isPresent();
    }

    /** The engine's own networks. */
    static final Set<String> OF_THE_ENGINE = Set.of("host", "bridge", "none", "ingress", "docker_gwbridge");
}
