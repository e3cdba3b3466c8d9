package org.recipeharness.backup;

import org.recipeharness.stack.BackupLabelNames;

/**
 * When a hook runs.
 *
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
public enum Moment {
    /** Before files are copied. */
    BEFORE_BACKUP(BackupLabelNames.BACKUP_PRE_HOOK),
    /** After files were copied. */
    AFTER_BACKUP(BackupLabelNames.BACKUP_POST_HOOK),
    /** Before files are put back. */
    BEFORE_RESTORE(BackupLabelNames.RESTORE_PRE_HOOK),
    /** After files were put back. */
    AFTER_RESTORE(BackupLabelNames.RESTORE_POST_HOOK);

    private final String label;

    Moment(String label) {
        this.label = label;
    }

    /**
     * Names the label that holds the command of such a hook.
     *
     * @return the label's name
     */
    public String label() {
        return label;
    }
}
