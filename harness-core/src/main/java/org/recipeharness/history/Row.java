package org.recipeharness.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row that is about to be inserted; what is not put is null. Tables and columns are constants of ours. */
final class Row {

    private final String table;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    Row(String table) {
        this.table = table;
    }

    Row put(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    Row put(String column, Optional<?> value) {
        value.ifPresent(present -> columns.put(column, present));
        return this;
    }

    Row put(String column, Duration value) {
        return put(column, (Object) Columns.seconds(value));
    }

    /** Gives the row's id. */
    long insert(Connection connection) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            int at = 1;
            for (Object value : columns.values()) {
                statement.setObject(at++, value);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }
}
