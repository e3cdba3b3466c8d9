package org.recipeharness.backup;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.recipeharness.backup.SnapshotEntry.Kind;

/** What an archive's entry is; commons-compress calls a pipe a file, too. */
enum EntryType {
    FILE(Kind.FILE),
    FOLDER(Kind.FOLDER),
    SYMBOLIC_LINK(Kind.LINK),
    HARD_LINK(Kind.LINK),
    OTHER(Kind.OTHER);

    private final Kind kind;

    EntryType(Kind kind) {
        this.kind = kind;
    }

    static EntryType of(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_DIR -> FOLDER;
            case TarConstants.LF_SYMLINK -> SYMBOLIC_LINK;
            case TarConstants.LF_LINK -> HARD_LINK;
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM -> entry.isDirectory() ? FOLDER : FILE;
            default -> OTHER;
        };
    }

    Kind kind() {
        return kind;
    }
}
