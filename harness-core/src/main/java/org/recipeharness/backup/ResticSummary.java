package org.recipeharness.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of {@code restic backup --json}, as far as it is of use.
 *
 * <p>It is one line of numbers and ids, without any text of a file's name.
 *
 * @param snapshot the snapshot's id; its first eight digits from restic before 0.17
 * @param bytes the contents of all files; of a file with two names twice
 * @see <a href="https://restic.readthedocs.io/en/v0.18.1/075_scripting.html#backup">restic: scripting, backup</a>
 */
record ResticSummary(String snapshot, long bytes) {

    private static final String BEGINNING = "{\"message_type\":\"summary\",";
    private static final Pattern SNAPSHOT = Pattern.compile("\"snapshot_id\":\"([0-9a-f]{8,64})\"");
    private static final Pattern BYTES = Pattern.compile("\"total_bytes_processed\":([0-9]+)[,}]");

    /** Finds the summary; empty where there is none, as after an error that ended everything. */
    static Optional<ResticSummary> in(String output) {
        return output.lines()
                .filter(line -> line.startsWith(BEGINNING))
                .findFirst()
                .flatMap(ResticSummary::read);
    }

    private static Optional<ResticSummary> read(String line) {
        Matcher snapshot = SNAPSHOT.matcher(line);
        Matcher bytes = BYTES.matcher(line);
        return snapshot.find() && bytes.find()
                ? Optional.of(new ResticSummary(snapshot.group(1), Long.parseLong(bytes.group(1))))
                : Optional.empty();
    }
}
