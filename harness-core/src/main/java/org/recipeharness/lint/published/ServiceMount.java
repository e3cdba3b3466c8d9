package org.recipeharness.lint.published;

import java.util.Optional;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

/**
 * What a service has mounted from its {@code volumes}.
 *
 * @param type {@code volume}, {@code bind}, {@code tmpfs} or what else is written there
 * @param source a volume's key or a folder of the node; empty if there is none
 * @param target absolute within the container, without a slash at its end
 * @param subpath the folder of the volume; empty for its root
 * @param origin where it is written
 */
public record ServiceMount(String type, String source, String target, String subpath, Origin origin) {

    static Optional<ServiceMount> of(Mapping mount) {
        return Scalars.at(mount, "target")
                .findFirst()
                .map(target -> new ServiceMount(
                        text(mount, "type"),
                        text(mount, "source"),
                        target.text().replaceFirst("/+$", ""),
                        text(mount, "volume", "subpath"),
                        target.origin()));
    }

    private static String text(Mapping mount, String... path) {
        return Scalars.at(mount, path).map(Scalar::text).findFirst().orElse("");
    }

    public boolean isNamedVolume() {
        return "volume".equals(type) && !source.isEmpty();
    }

    /** Determine if a folder is this mount's target, or below it. */
    public boolean holds(String folder) {
        return isWithin(folder, target);
    }

    /** Determine if this mount's target is a folder, or below it. */
    public boolean isWithin(String folder) {
        return isWithin(target, folder);
    }

    private static boolean isWithin(String folder, String root) {
        return folder.equals(root) || folder.startsWith(root + "/");
    }
}
