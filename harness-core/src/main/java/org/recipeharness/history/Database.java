package org.recipeharness.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.recipeharness.files.DurableFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file of the history: opened for one piece of work at a time, in one transaction, and only where it is what it should be. */
final class Database {

    private static final Duration OTHERS = Duration.ofSeconds(20);

    private final Path file;

    Database(Path file) {
        this.file = file.toAbsolutePath();
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads; empty where nothing was ever written. */
    <T> Optional<T> read(Work<T> work) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return within(
                "Reading",
                SQLiteConfig.TransactionMode.DEFERRED,
                connection -> requireOurs(connection) ? Optional.of(work.on(connection)) : Optional.empty());
    }

    /** Writes all or nothing; makes the file where it is missing. */
    <T> T write(Work<T> work) {
        try {
            DurableFile.folder(Optional.ofNullable(file.getParent()).orElseThrow());
        } catch (IOException e) {
            throw new HistoryException("Writing the history " + file + ": its folder can't be made: " + e, e);
        }
        return within("Writing", SQLiteConfig.TransactionMode.IMMEDIATE, connection -> {
            requireWhole(connection);
            if (requireOurs(connection)) {
                Schema.complete(connection);
            } else {
                Schema.create(connection);
            }
            return work.on(connection);
        });
    }

    private <T> T within(String doing, SQLiteConfig.TransactionMode mode, Work<T> work) {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) OTHERS.toMillis());
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            // What is not committed is not there, whenever the process ends.
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new HistoryException(doing + " the history " + file + ": " + told(e), e);
        }
    }

    private static String told(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException ours ? ours.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_BUSY ->
                "other processes have kept it for more than " + OTHERS.toSeconds() + " s. " + e.getMessage();
            case SQLITE_NOTADB, SQLITE_CORRUPT -> damaged(String.valueOf(e.getMessage()));
            default -> e.getMessage() + ". Nothing was written. Name another file with -Dharness.history=";
        };
    }

    private static String damaged(String how) {
        return "it is damaged: " + how + ", expected a database of runs. It is left as it is. To begin anew, move it"
                + " away, or name another file with -Dharness.history=";
    }

    /** Otherwise what is broken already would get worse. */
    private void requireWhole(Connection connection) throws SQLException {
        String found = text(connection, "PRAGMA quick_check(1)");
        if (!found.equals("ok")) {
            throw new HistoryException("Writing the history " + file + ": " + damaged(found));
        }
    }

    /** Tells whether the tables are there; false where there is nothing at all. */
    private boolean requireOurs(Connection connection) throws SQLException {
        if (text(connection, "SELECT count(*) FROM sqlite_master").equals("0")) {
            return false;
        }
        int application = Integer.parseInt(text(connection, "PRAGMA application_id"));
        int version = Integer.parseInt(text(connection, "PRAGMA user_version"));
        if (application != Schema.APPLICATION) {
            throw new HistoryException("Opening the history " + file
                    + ": found the database of another program, expected one of runs. It is left as it is."
                    + " Name another file with -Dharness.history=");
        }
        if (version != Schema.VERSION) {
            throw new HistoryException(
                    "Opening the history " + file + ": its schema has version " + version
                            + ", and this harness knows " + Schema.VERSION
                            + ". It is left as it is. Take the harness that has written it, or name another file with -Dharness.history=");
        }
        return true;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
