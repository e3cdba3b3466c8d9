package org.recipeharness.stack;

import java.util.List;

/**
 * The labels that a backup reads, in the specification's words and in those before it.
 *
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
public final class BackupLabelNames {

    public static final String PREFIX = "backupbot.";
    /** Switches backups on. */
    public static final String ENABLED = "backupbot.backup";
    /** Names paths in the service's container; older than the specification. */
    public static final String PATH_IN_CONTAINER = "backupbot.backup.path";
    /** Before the name of a volume. */
    public static final String VOLUMES = "backupbot.backup.volumes.";
    /** After the name of a volume. */
    public static final String PATH_OF_VOLUME = ".path";

    public static final String BACKUP_PRE_HOOK = "backupbot.backup.pre-hook";
    public static final String BACKUP_POST_HOOK = "backupbot.backup.post-hook";
    public static final String RESTORE_PRE_HOOK = "backupbot.restore.pre-hook";
    public static final String RESTORE_POST_HOOK = "backupbot.restore.post-hook";

    /** Those that are no volume's. */
    public static final List<String> FIXED =
            List.of(ENABLED, PATH_IN_CONTAINER, BACKUP_PRE_HOOK, BACKUP_POST_HOOK, RESTORE_PRE_HOOK, RESTORE_POST_HOOK);

    private BackupLabelNames() {}

    /**
     * Tells whether a backup reads a label.
     *
     * @param name the label's name
     * @return true also for a label of a volume that the stack does not have
     */
    public static boolean include(String name) {
        return FIXED.contains(name) || name.startsWith(VOLUMES);
    }
}
