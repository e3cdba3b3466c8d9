package org.recipeharness.symptom;

import java.util.List;

/** Data that the program of the image cannot read: of another version, damaged, or without its tables. */
final class DataLines {

    private static final String UPGRADE_IN_STEPS =
            "Use the image of the version that wrote the data, then upgrade one major version at a time";
    private static final String RESTORE =
            "Use an image that is at least as new as the data, or restore a backup of the older version";
    private static final String DUMP =
            "Keep the image's major version, or dump the data with the old version and import it into an empty volume";

    static final List<KnownLine> ALL = List.of(
            KnownLine.of(
                    Sign.DATA_LAYOUT,
                    "in 18\\+, these Docker images are configured to store database data in"
                            + "|there appears to be PostgreSQL data in:"
                            + "|unused mount/volume\\b.*|/var/lib/postgresql/data \\(unused mount",
                    "From version 18 on, PostgreSQL's image keeps its data in a folder per major version below /var/lib/postgresql,"
                            + " and the volume is mounted at or holds the old folder",
                    "Mount the volume at /var/lib/postgresql, and upgrade the old data (pg_upgrade, or dump and import)"),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "data directory was initialized by PostgreSQL version ([\\d.]+), which is not compatible with this version"
                            + " ([\\d.]+)",
                    "The volume has data of PostgreSQL {1}, and the image is PostgreSQL {2}",
                    DUMP),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "database files are incompatible with server",
                    "The volume has data of another major version of PostgreSQL than the image",
                    DUMP),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "(?i)version of the data \\(([\\d.]+)\\) is higher than the docker image version \\(([\\d.]+)\\)",
                    "The data is of version {1}, which is newer than the image ({2})",
                    RESTORE),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "(?i)version of the data \\(([\\d.]+)\\) is more than one major version behind the docker image version"
                            + " \\(([\\d.]+)\\)",
                    "The data is of version {1}, and the image ({2}) cannot upgrade it in one step",
                    UPGRADE_IN_STEPS),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "(?i)\\b(?:database|data|schema|db|store|datadir|migration)\\b.{0,80}\\b(?:is|are|was|written by|created by|from) (?:for )?(?:an? |too )?"
                            + "(?:newer|higher|more recent|later|new)\\b.{0,20}(?:than|version|release|gitea|forgejo|server|for the server|database)"
                            + "|\\b(?:cannot|can't|can not|unable to|unsupported|invalid|not supported)\\b.{0,40}\\bdowngrade"
                            + "|\\bdowngrad(?:e|ing)\\b.{0,80}\\b(?:not (?:be )?(?:supported|allowed|possible|permitted)|unsupported|forbidden)"
                            + "|IndexFormatTooNewException|Can't handle RDB format version|can't locate revision identified by"
                            + "|has a version \\(\\S+\\) that is newer than|no migration found for version"
                            + "|detected applied migration not resolved locally"
                            + "|migrations? (?:are|is|have been) applied to the database but (?:are |is )?missing",
                    "The data was written by a newer version than the image's",
                    RESTORE),
            KnownLine.of(
                    Sign.DATA_VERSION,
                    "(?i)\\bmust not skip\\b.{0,30}\\bversion|upgrad\\w+ (?:more than one|across|by more than|over multiple)\\b.{0,30}\\bversions?\\b"
                            + ".{0,20}\\bnot (?:supported|possible|allowed)"
                            + "|cannot upgrade (?:a node from|from|server earlier|directly)|\\bis required to upgrade to\\b.{0,60}\\bfirst"
                            + "|IndexFormatTooOldException|invalid (?:featureCompatibilityVersion|feature compatibility version)"
                            + "|found an invalid featureCompatibilityVersion|upgrade after a crash is not supported"
                            + "|unsupported redo log format|\\bdatabase version\\b.{0,40}\\bincompatible with\\b"
                            + "|\\b(?:database|data|schema)\\b.{0,60}\\b(?:is|are) too old\\b"
                            + "|\\b(?:database|schema|data)\\b.{0,40}\\b(?:not up.to.date|is incompatible)\\b"
                            + "|database version does not match|does not match (?:the )?(?:current )?\\w+ database"
                            + "|datafiles? (?:are|is) (?:not )?incompatible|data files need to be fully upgraded",
                    "The data was written by another version, which the image cannot upgrade in one step",
                    UPGRADE_IN_STEPS),
            KnownLine.of(
                    Sign.SCHEMA_MISSING,
                    "(?i)\\b(?:relation|table|column|schema) [\"'`]?([\\w.\"]+?)[\"'`]? (?:of relation \\S+ )?(?:does not|doesn't) exist\\b"
                            + "|\\bno such table: \"?([\\w.]+)|undefined table\\b|Base table or view not found",
                    "The database has no such table, so it is empty or its migrations did not run",
                    "Read the log for a migration that failed before this, and check whether the app runs its migrations when it starts"),
            KnownLine.of(
                    Sign.SCHEMA_MISSING,
                    "(?i)\\bPendingMigrationError\\b|(?<!\\bno )\\bmigrations are (?:pending|missing)\\b|\\bdirty database version\\b"
                            + "|\\bvalidate failed: migrations have failed\\b",
                    "The database's migrations did not run, or one has failed halfway",
                    "Run the app's migrations (its release notes name the command), or restore the backup of before the upgrade"),
            KnownLine.of(
                    Sign.DATA_DAMAGED,
                    "(?i)database disk image is malformed|\\bSQLITE_(?:CORRUPT|NOTADB)\\b|file is not a database|(?:file is encrypted or )is not a database"
                            + "|could not locate a valid checkpoint record|invalid (?:primary )?checkpoint record"
                            + "|invalid page in block \\d+|database page corruption|bad file format reading the append only file"
                            + "|WT_TRY_SALVAGE|corrupted? (?:sst|block|page|manifest)|CorruptIndexException",
                    "A file of the database is damaged, as after a copy of the files while the server ran, or a full disk",
                    "Restore a backup; take it with the database's own dump, not by copying files of a running server"));

    private DataLines() {}
}
