package org.recipeharness.data;

import java.util.List;

/** The table that is a marker in a database, in an SQL that every database here speaks. */
final class MarkerTable {

    /** The name that Co-op Cloud's tests have for it. */
    static final String NAME = "ci_marker";

    /** Gives the contents, a row each, in the marker's order. */
    static final String SELECTION = "SELECT content FROM " + NAME + " ORDER BY id;\n";

    static final String REMOVAL = "DROP TABLE " + NAME + ";\n";

    private MarkerTable() {}

    /** Makes the table anew with a marker's rows, all of it or nothing where the server can undo the making of a table. */
    static String creation(Marker marker) {
        var sql = new StringBuilder("BEGIN;\nDROP TABLE IF EXISTS " + NAME + ";\nCREATE TABLE " + NAME
                + " (id integer PRIMARY KEY, content text NOT NULL);\n");
        List<String> rows = marker.rows();
        for (int row = 0; row < rows.size(); row++) {
            String content = rows.get(row).replace("'", "''");
            sql.append("INSERT INTO " + NAME + " VALUES (" + (row + 1) + ", '" + content + "');\n");
        }
        return sql.append("COMMIT;\n").toString();
    }
}
