package org.recipeharness.lint.form;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.stack.BackupLabelNames;

/** Looks for dumps of databases that are saved and that no hook reads back in. */
public final class RestoreHooks implements Check.OfOne {

    /** The tools that write one, and the names that recipes give their scripts. */
    private static final Pattern DUMP = Pattern.compile("(?i)pg_dump|mysqldump|mariadb-dump|mariabackup|mongodump"
            + "|(?:pg|postgres|mysql|mariadb|mongo|sqlite|db)[-_]?(?:backup|dump)|sqlite3?\\b.*\\.(?:backup|dump)\\b"
            + "|\\bVACUUM\\s+INTO\\b|\\bBGSAVE\\b|influxd?\\s+backup|slapcat");

    private static final Set<String> RESTORE =
            Set.of(BackupLabelNames.RESTORE_PRE_HOOK, BackupLabelNames.RESTORE_POST_HOOK);

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .filter(service -> !isRestored(service, recipe))
                .flatMap(service -> Stream.ofNullable(service.labels().get(BackupLabelNames.BACKUP_PRE_HOOK)))
                .filter(hook -> DUMP.matcher(hook.value()).find())
                .map(hook -> new Remark(
                        hook.origin(),
                        "a hook writes a dump of a database before a backup, and none reads it back in after a restore,"
                                + " so the database does not come back from it. Write "
                                + BackupLabelNames.RESTORE_POST_HOOK))
                .toList();
    }

    /** A service may do this for another one that only writes a dump. */
    private static boolean isRestored(ServiceText dumped, Published recipe) {
        return restores(dumped)
                || recipe.services().values().stream()
                        .anyMatch(service ->
                                restores(service) && !service.labels().containsKey(BackupLabelNames.BACKUP_PRE_HOOK));
    }

    private static boolean restores(ServiceText service) {
        return service.labels().keySet().stream().anyMatch(RESTORE::contains);
    }
}
