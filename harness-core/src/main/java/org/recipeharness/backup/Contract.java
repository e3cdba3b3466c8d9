package org.recipeharness.backup;

import java.util.List;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;

/**
 * What the labels of a deployed version say of its backup, in the specification's words or in those before it.
 *
 * @param offer whether the stack is to be backed up at all
 * @param labels all that was read
 * @param hooks the commands, by service
 * @param parts what is saved of each volume that is there
 * @param omitted the volumes, or parts, that are not saved, a line each with the label that says so
 * @param remarks labels that do nothing, a line each
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
public record Contract(
        Offer offer,
        List<BackupLabel> labels,
        List<Hook> hooks,
        List<VolumePart> parts,
        List<String> omitted,
        List<String> remarks) {

    public Contract {
        labels = List.copyOf(labels);
        hooks = List.copyOf(hooks);
        parts = List.copyOf(parts);
        omitted = List.copyOf(omitted);
        remarks = List.copyOf(remarks);
    }

    /** Whether a stack is to be backed up. */
    public enum Offer {
        /** At least one service says so. */
        MADE,
        /** A service says that it is not to be. */
        DECLINED,
        /** No service says anything. */
        ABSENT
    }

    /**
     * Reads what the labels say that an app's services carry now.
     *
     * @param app the app
     * @return the contract
     * @throws BackupException when labels contradict the stack, all of them listed with {@code file:line}
     */
    public static Contract of(DeployedApp app) {
        return new ContractReading(app.stack(), BackupLabel.of(app)).read();
    }

    /**
     * Finds the hooks of a moment.
     *
     * @param moment when they run
     * @return by service
     */
    public List<Hook> hooks(Moment moment) {
        return hooks.stream().filter(hook -> hook.moment() == moment).toList();
    }

    /**
     * Finds a label.
     *
     * @param name its name
     * @return the first of that name, by service
     */
    public Optional<BackupLabel> label(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /**
     * Finds what is saved of a volume.
     *
     * @param volume the volume's key in the compose file
     * @return the part, or empty where nothing of it is saved
     */
    public Optional<VolumePart> part(String volume) {
        return parts.stream().filter(each -> each.volume().equals(volume)).findFirst();
    }
}
