package org.recipeharness.backup;

/** Files of database servers that have content only while the server runs. In a snapshot they show a hot copy. */
enum HotFiles {
    POSTGRES("PostgreSQL", "postmaster.pid"),
    MYSQL("MariaDB or MySQL", "ibtmp1"),
    /** The server empties the file as it ends, and does not remove it. */
    MONGODB("MongoDB", "mongod.lock");

    private final String server;
    private final String file;

    HotFiles(String server, String file) {
        this.server = server;
        this.file = file;
    }

    /** Names the server, in words. */
    String server() {
        return server;
    }

    /** Names the file that it removes or empties as it ends. */
    String file() {
        return file;
    }

    boolean isToldBy(SnapshotEntry entry) {
        return entry.size() > 0 && (entry.path().equals(file) || entry.path().endsWith("/" + file));
    }
}
