package org.recipeharness.backup;

/**
 * When a hook runs.
 *
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
public enum Moment {
    /** Before files are copied. */
    BEFORE_BACKUP("backupbot.backup.pre-hook"),
    /** After files were copied. */
    AFTER_BACKUP("backupbot.backup.post-hook"),
    /** Before files are put back. */
    BEFORE_RESTORE("backupbot.restore.pre-hook"),
    /** After files were put back. */
    AFTER_RESTORE("backupbot.restore.post-hook");

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
