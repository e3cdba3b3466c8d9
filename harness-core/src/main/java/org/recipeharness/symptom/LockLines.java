package org.recipeharness.symptom;

import java.util.List;

/** Data that another process holds, or a lock file that an ended one has left. */
final class LockLines {

    private static final String TWO_SERVERS =
            "Run one replica, and update with 'order: stop-first'; if no other task uses the volume, remove the lock file";

    static final List<KnownLine> ALL = List.of(
            KnownLine.of(
                    Sign.DATA_LOCKED,
                    "lock file \"([^\"]+)\" already exists|Is another (?:postmaster|postgres) .*running (?:in data directory|using socket)",
                    "Another PostgreSQL server uses the same data folder, or one that was killed has left its lock file",
                    TWO_SERVERS),
            KnownLine.of(
                    Sign.DATA_LOCKED,
                    "(?i)unable to lock \\S*ib\\w+,? error: ?\\d+|another mysqld process using the same InnoDB"
                            + "|can't lock aria control file|unable to lock the lock file: \\S+mongod\\.lock|\\bDBPathInUse\\b"
                            + "|another mongod instance is already running",
                    "Another database server uses the same data folder",
                    TWO_SERVERS),
            KnownLine.of(
                    Sign.DATA_LOCKED,
                    "(?i)failed to obtain node locks?\\b|LockObtainFailedException|(?:/LOCK|lock file|\\.lock|store_lock)\\b.{0,80}"
                            + "(?:resource temporarily unavailable|locked by another process)"
                            + "|cannot acquire directory lock|lock DB directory: resource temporarily"
                            + "|unable to lock level db|lock file has been locked by another process"
                            + "|database may be already in use|another instance of derby"
                            + "|could not acquire change log lock",
                    "Another process holds the lock of the data folder, or one that was killed has left it",
                    TWO_SERVERS),
            KnownLine.of(
                    Sign.DATA_LOCKED,
                    "(?i)a server is already running\\b.*\\.pid|\\(pid \\d+\\) already running|pid ?file \\S+ (?:already )?exists"
                            + "|pidfile found, .*already running",
                    "A pid file of an earlier task lies on a volume, so the program takes itself for running",
                    "Keep the pid file off the volume (a tmpfs for its folder), or remove it when the container starts"),
            KnownLine.of(
                    Sign.DATA_LOCKED,
                    "(?i)(?:error|exception|fatal|panic|sqlite|SQLSTATE|failed|unable to|could not|cannot)\\b.*\\bdatabase(?: table)? is locked\\b"
                            + "|\\bdatabase(?: table)? is locked \\(\\d+\\)|^database(?: table)? is locked\\.?$|\\bSQLITE_BUSY\\b",
                    "Another process or task writes to the same SQLite database",
                    "Run one replica, update with 'order: stop-first', and keep the database off network file systems"));

    private LockLines() {}
}
