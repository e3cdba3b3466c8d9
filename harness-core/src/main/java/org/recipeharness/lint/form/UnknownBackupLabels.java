package org.recipeharness.lint.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.checkout.NearNames;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Label;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Thing;
import org.recipeharness.stack.BackupLabelNames;

/** Looks for labels that are written for a backup and that no backup reads. */
public final class UnknownBackupLabels implements Check.OfOne {

    /** The prefix, or what somebody has made of it. */
    private static final Pattern MEANT = Pattern.compile("ba?c?kup[-_.]?bots?\\..*");

    /** Was a switch of its own before the specification, and is harmless. */
    private static final String OLDER_SWITCH = "backupbot.restore";

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .flatMap(service -> service.labels().values().stream())
                .filter(label ->
                        MEANT.matcher(label.name().toLowerCase(Locale.ROOT)).matches())
                .flatMap(label -> look(label, recipe).stream())
                .toList();
    }

    private static Optional<Remark> look(Label label, Published recipe) {
        String name = label.name();
        if (name.startsWith(BackupLabelNames.VOLUMES)) {
            return ofVolume(label, recipe);
        }
        if (BackupLabelNames.include(name)) {
            return Optional.empty();
        }
        var remark = new Remark(
                label.origin(), "no backup reads the label " + name + ", so it does nothing" + nearest(name, recipe));
        return Optional.of(OLDER_SWITCH.equals(name) ? remark.as(Severity.NOTE) : remark);
    }

    private static Optional<Remark> ofVolume(Label label, Published recipe) {
        String named = label.name().substring(BackupLabelNames.VOLUMES.length());
        String volume = named.endsWith(BackupLabelNames.PATH_OF_VOLUME)
                ? named.substring(0, named.length() - BackupLabelNames.PATH_OF_VOLUME.length())
                : named;
        List<String> volumes = volumes(recipe);
        return volumes.contains(volume)
                ? Optional.empty()
                : Optional.of(new Remark(
                        label.origin(),
                        "the label " + label.name() + " names the volume '" + volume
                                + "', which the recipe does not have" + nearest(label.name(), recipe)
                                + ". Its volumes are " + volumes));
    }

    private static String nearest(String name, Published recipe) {
        List<String> known = Stream.concat(
                        BackupLabelNames.FIXED.stream(),
                        volumes(recipe).stream()
                                .map(volume -> BackupLabelNames.VOLUMES + volume)
                                .flatMap(label -> Stream.of(label, label + BackupLabelNames.PATH_OF_VOLUME)))
                .toList();
        return NearNames.of(name.toLowerCase(Locale.ROOT), known).stream()
                .findFirst()
                .map(near -> ". The nearest known one is " + near)
                .orElse("");
    }

    private static List<String> volumes(Published recipe) {
        return recipe.things("volumes").map(Thing::key).distinct().toList();
    }
}
