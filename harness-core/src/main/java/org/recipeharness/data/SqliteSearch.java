package org.recipeharness.data;

import java.util.List;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;

/** Finds the SQLite databases on a volume by how their files begin; needs a shell in the container. */
final class SqliteSearch {

    /** @see <a href="https://www.sqlite.org/fileformat.html#magic_header_string">SQLite: database file format</a> */
    private static final String FILES = "find \"$0\" -xdev -type f -size +0 -exec sh -c"
            + " 'for f; do [ \"$(head -c 15 \"$f\")\" != \"SQLite format 3\" ] || echo \"$f\"; done' _ {} + 2>/dev/null";

    private final DeployedApp app;

    SqliteSearch(DeployedApp app) {
        this.app = app;
    }

    /** Gives the databases on a volume; none where nobody can look. */
    List<SqliteFile> on(VolumeFolder folder) throws InterruptedException {
        ExecResult found = app.exec(folder.service()).run(ExecRequest.of("sh", "-c", FILES, folder.target()));
        return found.exit() > 1
                ? List.of()
                : found.out()
                        .lines()
                        .filter(line -> line.startsWith(folder.target()))
                        .map(file -> new SqliteFile(folder.service(), file))
                        .toList();
    }
}
