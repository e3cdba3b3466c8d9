package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Sequence;

/** Reads where a service has something mounted, of a compose document that has it in its long form. */
final class MountTargets {

    private static final String ROOT = "/";
    private static final String SECRETS = "/run/secrets/";

    private MountTargets() {}

    /** Gives the targets of configs, secrets and volumes, absolute within the container. */
    static List<String> of(Mapping service) {
        var targets = new ArrayList<String>();
        targets.addAll(references(service, "configs", ROOT));
        targets.addAll(references(service, "secrets", SECRETS));
        each(service, "volumes").forEach(mount -> mount.text("target").ifPresent(targets::add));
        return targets;
    }

    /** A target that is relative, or left out, is below a folder of docker's choice. */
    private static List<String> references(Mapping service, String field, String folder) {
        return each(service, field).stream()
                .flatMap(reference -> target(reference).stream())
                .map(target -> target.startsWith(ROOT) ? target : folder + target)
                .toList();
    }

    private static Optional<String> target(Mapping reference) {
        return reference.text("target").or(() -> reference.text("source"));
    }

    private static List<Mapping> each(Mapping service, String field) {
        var found = new ArrayList<Mapping>();
        if (service.find(field).orElse(null) instanceof Sequence written) {
            for (Yaml item : written.items()) {
                if (item instanceof Mapping mapping) {
                    found.add(mapping);
                }
            }
        }
        return found;
    }
}
