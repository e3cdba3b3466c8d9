package org.recipeharness.lint.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.stack.BackupLabelNames;
import org.recipeharness.stack.External;

/** Looks for services with data of their own and without labels for backups, in a recipe that has such labels. */
public final class UnlabelledData implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        List<ServiceText> labelled = recipe.services().values().stream()
                .filter(UnlabelledData::isLabelled)
                .toList();
        Set<String> covered = labelled.stream()
                .flatMap(service -> VolumeTarget.of(service, recipe).stream())
                .map(VolumeTarget::source)
                .collect(Collectors.toSet());
        recipe.things("volumes")
                .filter(volume -> External.is(volume.written()) || isNamed(volume.key(), labelled))
                .forEach(volume -> covered.add(volume.key()));
        return recipe.services().values().stream()
                .filter(service -> !labelled.isEmpty() && !labelled.contains(service))
                .flatMap(service -> VolumeTarget.of(service, recipe).stream()
                        .filter(mount -> mount.isVolume() && !covered.contains(mount.source()))
                        .limit(1)
                        .map(mount -> new Remark(
                                service.origin(),
                                "the service '" + service.name() + "' keeps data in the volume '" + mount.source()
                                        + "' and has no label for backups, while others have some: at most its files are"
                                        + " copied while it writes them. Write its hooks, or "
                                        + BackupLabelNames.VOLUMES + mount.source() + "=false where it may be lost")))
                .toList();
    }

    private static boolean isLabelled(ServiceText service) {
        return service.labels().keySet().stream().anyMatch(name -> name.startsWith(BackupLabelNames.PREFIX));
    }

    private static boolean isNamed(String volume, List<ServiceText> labelled) {
        String label = BackupLabelNames.VOLUMES + volume;
        return labelled.stream()
                .flatMap(service -> service.labels().keySet().stream())
                .anyMatch(name -> name.equals(label) || name.startsWith(label + "."));
    }
}
