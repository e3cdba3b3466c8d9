package org.recipeharness.lint.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Label;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.stack.BackupLabelNames;

/** Looks for paths that are to be backed up and that lie in no mount of their service. */
public final class BackupPaths implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .flatMap(service -> Stream.ofNullable(service.labels().get(BackupLabelNames.PATH_IN_CONTAINER))
                        .flatMap(label -> look(label, service, recipe)))
                .toList();
    }

    private static Stream<Remark> look(Label label, ServiceText service, Published recipe) {
        List<VolumeTarget> mounts = VolumeTarget.of(service, recipe);
        return recipe.resolved(Scalar.text(label.value(), label.origin())).stream()
                .flatMap(paths -> Arrays.stream(paths.split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty() && mounts.stream().noneMatch(mount -> mount.holds(path)))
                .map(path -> new Remark(
                        label.origin(),
                        "the path " + path + " is in no mount of the service '" + service.name()
                                + "', so a backup has nothing of it. It mounts: "
                                + (mounts.isEmpty()
                                        ? "nothing"
                                        : mounts.stream()
                                                .map(VolumeTarget::target)
                                                .collect(Collectors.joining(", ")))
                                + ". Write the data into a volume, and name its path"));
    }
}
