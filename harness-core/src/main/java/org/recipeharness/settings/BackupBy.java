package org.recipeharness.settings;

/** What keeps the files of a backup. */
public enum BackupBy {
    /** An archive in the specification's layout, without anything that has to be on the swarm. */
    ARCHIVE,
    /** A restic repository, as backup-bot-two has one. */
    RESTIC
}
