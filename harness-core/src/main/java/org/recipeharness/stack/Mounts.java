package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.stack.Mounted.Kind;
import org.recipeharness.stack.VolumeMount.Access;

/** Reads what a service has mounted, of a compose document that has it in its long form. */
final class Mounts {

    private static final String ROOT = "/";
    private static final String SECRETS = "/run/secrets/";

    private Mounts() {}

    /** Gives configs, secrets and all of {@code volumes}. */
    static List<Mounted> of(Mapping service) {
        var mounts = new ArrayList<Mounted>();
        each(service, "configs")
                .forEach(each -> reference(Kind.CONFIG, each, ROOT).ifPresent(mounts::add));
        each(service, "secrets")
                .forEach(each -> reference(Kind.SECRET, each, SECRETS).ifPresent(mounts::add));
        each(service, "volumes").forEach(each -> mount(each).ifPresent(mounts::add));
        return mounts;
    }

    /** A target that is relative, or left out, is below a folder of docker's choice. */
    private static Optional<Mounted> reference(Kind kind, Mapping reference, String folder) {
        Optional<String> source = reference.text("source");
        return reference
                .text("target")
                .or(() -> source)
                .map(target -> new Mounted(
                        kind,
                        source.orElse(target),
                        target.startsWith(ROOT) ? target : folder + target,
                        Access.READ_ONLY,
                        reference.origin()));
    }

    private static Optional<Mounted> mount(Mapping mount) {
        return mount.text("target")
                .flatMap(target -> kind(mount)
                        .map(kind -> new Mounted(
                                kind, mount.text("source").orElse(""), target, access(mount), mount.origin())));
    }

    /** What {@code read_only} says, of a mount or of a service's own file system. */
    static Access access(Mapping mapping) {
        return mapping.text("read_only").filter("true"::equals).isPresent() ? Access.READ_ONLY : Access.READ_WRITE;
    }

    private static Optional<Kind> kind(Mapping mount) {
        String type = mount.text("type").orElse("");
        return Stream.of(Kind.values())
                .filter(kind -> kind.word().equals(type.toLowerCase(Locale.ROOT)))
                .findFirst();
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
