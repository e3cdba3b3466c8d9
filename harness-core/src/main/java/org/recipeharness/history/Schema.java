package org.recipeharness.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the history; {@code docs/history.md} says what each column means. */
final class Schema {

    /** Raised when a table or a column changes its meaning or goes. */
    static final int VERSION = 1;

    /** In the file's header, so that nobody's database is taken for a history: "RhHi". */
    static final int APPLICATION = 0x52684869;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE runs (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              started TEXT NOT NULL,
              ended TEXT NOT NULL,
              state TEXT NOT NULL,
              outcome TEXT NOT NULL,
              chosen TEXT NOT NULL
            )""",
            """
            CREATE TABLE recipes (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              recipe TEXT NOT NULL,
              class TEXT NOT NULL,
              ref TEXT,
              commit_id TEXT,
              dirty INTEGER,
              outcome TEXT NOT NULL,
              seconds REAL NOT NULL,
              missing INTEGER NOT NULL,
              verdict TEXT,
              because TEXT,
              wrong REAL,
              load REAL,
              cpu REAL,
              io REAL,
              memory REAL,
              free INTEGER,
              beside INTEGER,
              harness TEXT,
              same_as INTEGER,
              restore_proved INTEGER
            )""",
            "CREATE INDEX recipes_by_name ON recipes (recipe, class)",
            "CREATE INDEX recipes_by_run ON recipes (run)",
            """
            CREATE TABLE tiers (
              recipe INTEGER NOT NULL REFERENCES recipes (id) ON DELETE CASCADE,
              place INTEGER NOT NULL,
              tier TEXT NOT NULL,
              outcome TEXT NOT NULL,
              seconds REAL NOT NULL,
              reason TEXT,
              PRIMARY KEY (recipe, place)
            )""",
            """
            CREATE TABLE budgets (
              recipe INTEGER NOT NULL REFERENCES recipes (id) ON DELETE CASCADE,
              place INTEGER NOT NULL,
              tier TEXT NOT NULL,
              probe TEXT NOT NULL,
              allowed INTEGER NOT NULL,
              interval REAL NOT NULL,
              attempts INTEGER NOT NULL,
              seconds REAL NOT NULL,
              PRIMARY KEY (recipe, place)
            )""",
            """
            CREATE TABLE reds (
              recipe INTEGER NOT NULL REFERENCES recipes (id) ON DELETE CASCADE,
              place INTEGER NOT NULL,
              test TEXT NOT NULL,
              tier TEXT,
              outcome TEXT NOT NULL,
              cause TEXT NOT NULL,
              party TEXT NOT NULL,
              timed INTEGER NOT NULL,
              PRIMARY KEY (recipe, place)
            )""",
            """
            CREATE TABLE images (
              recipe INTEGER NOT NULL REFERENCES recipes (id) ON DELETE CASCADE,
              image TEXT NOT NULL,
              digest TEXT NOT NULL,
              PRIMARY KEY (recipe, image)
            )""");

    private Schema() {}

    /**
     * Determine if the file says which runs prove a restore. A harness that knew no coverage of data has made a file without that
     * column, and what it called proved is no evidence.
     */
    static boolean hasRestoreProved(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery(
                        "SELECT 1 FROM pragma_table_info('recipes') WHERE name = 'restore_proved'")) {
            return column.next();
        }
    }

    /** Add what is missing in a file that an older harness has made; that harness can still write it, as new columns may be null. */
    static void complete(Connection connection) throws SQLException {
        if (!hasRestoreProved(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE recipes ADD COLUMN restore_proved INTEGER");
            }
        }
    }

    /** Makes the tables in an empty database, as a part of the transaction that is under way. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }
}
