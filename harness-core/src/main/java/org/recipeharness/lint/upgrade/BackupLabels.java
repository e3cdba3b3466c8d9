package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Label;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.lint.published.Severity;

/**
 * Looks for labels of backups that an older release had and a newer one has not.
 *
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
public final class BackupLabels implements Check.OfUpgrade {

    private static final String PREFIX = "backupbot.";
    private static final String VOLUMES = "backupbot.backup.volumes.";

    /** Those without which something is not saved, or does not come back. */
    private static final Set<String> NEEDED = Set.of(
            "backupbot.backup",
            "backupbot.backup.pre-hook",
            "backupbot.restore.pre-hook",
            "backupbot.restore.post-hook");

    @Override
    public List<Remark> look(Published head, Published base) {
        return base.services().values().stream()
                .flatMap(service -> lost(service, head, base))
                .toList();
    }

    private static Stream<Remark> lost(ServiceText before, Published head, Published base) {
        Map<String, Label> now = labelsOf(before.name(), head, base);
        boolean replaced = now.keySet().stream()
                .anyMatch(name -> name.startsWith(PREFIX) && !before.labels().containsKey(name));
        return before.labels().values().stream()
                .filter(label -> label.name().startsWith(PREFIX) && !now.containsKey(label.name()))
                .filter(label -> !belongsToDroppedVolume(label, head))
                .map(label -> remark(label, before.name(), base).as(severity(label, replaced)));
    }

    /** Gives the labels that a service has now; for one that is gone, those of all services that are new. */
    private static Map<String, Label> labelsOf(String service, Published head, Published base) {
        ServiceText same = head.services().get(service);
        if (same != null) {
            return same.labels();
        }
        var labels = new TreeMap<String, Label>();
        head.services().values().stream()
                .filter(each -> !base.services().containsKey(each.name()))
                .forEach(each -> labels.putAll(each.labels()));
        return labels;
    }

    private static boolean belongsToDroppedVolume(Label label, Published head) {
        return label.name().startsWith(VOLUMES)
                && head.things("volumes")
                        .noneMatch(volume -> label.name().equals(VOLUMES + volume.key())
                                || label.name().startsWith(VOLUMES + volume.key() + "."));
    }

    private static Severity severity(Label label, boolean replaced) {
        return replaced && !NEEDED.contains(label.name()) ? Severity.NOTE : Severity.WARNING;
    }

    private static Remark remark(Label label, String service, Published base) {
        return new Remark(
                base.asBase(label.origin()),
                "the service '" + service + "' no longer has the label " + label.name()
                        + ": what it saved, or brought back, may be lost from now on. Is that meant?");
    }
}
