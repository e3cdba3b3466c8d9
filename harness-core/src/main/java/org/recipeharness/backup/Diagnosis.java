package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain words why data did not come back, as far as the labels and the snapshot tell. */
public final class Diagnosis {

    /** The file that a hook writes: behind {@code >}, {@code -f}, {@code --file} or {@code --result-file}. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:>\\s*|-f\\s*|--(?:result-)?file[= ]\\s*)(/[^\\s;|&\"')]+)");

    private static final Pattern REMOVES = Pattern.compile("\\brm\\b");
    private static final Pattern DUMPS = Pattern.compile("\\b(pg_dump|pg_dumpall|mysqldump|mariadb-dump)\\b");

    private static final Pattern MYSQL = Pattern.compile("\\b(mysql|mariadb)|" + HotFiles.MYSQL.server());

    private final BackedUp backup;
    private final Proof proof;

    /**
     * Prepares to explain.
     *
     * @param backup the backup that was restored
     * @param proof what its snapshot showed
     */
    public Diagnosis(BackedUp backup, Proof proof) {
        this.backup = backup;
        this.proof = proof;
    }

    /**
     * Explains.
     *
     * @return a line each, the most telling first; empty where nothing is known
     */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        Contract contract = backup.contract();
        boolean replayed = !contract.hooks(Moment.AFTER_RESTORE).isEmpty();
        if (!replayed && contract.hooks(Moment.BEFORE_RESTORE).isEmpty()) {
            lines.add("No restore hook: no service has the label " + Moment.AFTER_RESTORE.label() + ", so files are put"
                    + " back and nothing replays a dump into the database.");
        }
        contract.hooks(Moment.BEFORE_BACKUP).forEach(hook -> dump(hook).ifPresent(lines::add));
        proof.warnings()
                .forEach(warning -> lines.add("Hot copy: " + warning + " ("
                        + contract.labels().stream()
                                .filter(Diagnosis::choosesFiles)
                                .map(BackupLabel::toString)
                                .collect(Collectors.joining(", "))
                        + ")."));
        if (replayed && proof.warnings().isEmpty()) {
            backup.contract()
                    .hooks(Moment.AFTER_RESTORE)
                    .forEach(hook ->
                            lines.add("The " + hook + " exited with 0, yet what the snapshot holds is not back: it"
                                    + " replays nothing, or something else. It ran: " + hook.command()));
        }
        if (!lines.isEmpty() && !(replayed && proof.warnings().isEmpty())) {
            lines.add(fix());
        }
        return lines;
    }

    private static boolean choosesFiles(BackupLabel label) {
        return label.name().equals(ContractReading.PATH_IN_CONTAINER)
                || label.name().startsWith(ContractReading.VOLUMES);
    }

    private Optional<String> dump(Hook before) {
        Matcher written = WRITTEN.matcher(before.command());
        if (!DUMPS.matcher(before.command()).find() || !written.find()) {
            return Optional.empty();
        }
        String file = written.group(1);
        return backup.contract().hooks(Moment.AFTER_BACKUP).stream()
                .filter(hook ->
                        REMOVES.matcher(hook.command()).find() && hook.command().contains(file))
                .findFirst()
                .map(hook -> "The dump " + file + " that the " + before + " writes is removed again by the " + hook
                        + ", and nothing reads it at a restore.");
    }

    private String fix() {
        String dumped = "'/pg_backup.sh backup': pg_dump, gzip";
        String replayed = "'/pg_backup.sh restore': end connections, DROP DATABASE ... WITH (FORCE), createdb, import";
        if (isMysql()) {
            dumped = "'mysqldump --single-transaction ... <database> > backup.sql' in the volume's folder";
            replayed = "'mysql ... <database> < backup.sql' there, which drops each table before it makes it anew";
        }
        return "Fix: dump in " + Moment.BEFORE_BACKUP.label() + " (as " + dumped + "), keep only the dump ("
                + ContractReading.VOLUMES + "<volume>.path: backup.sql), and replay it in "
                + Moment.AFTER_RESTORE.label() + " (as " + replayed + ").";
    }

    private boolean isMysql() {
        return Stream.concat(
                        proof.warnings().stream(),
                        backup.contract().hooks(Moment.BEFORE_BACKUP).stream().map(Hook::command))
                .anyMatch(text -> MYSQL.matcher(text).find());
    }
}
