package org.recipeharness.backup;

import java.io.IOException;
import java.io.InputStream;

/** Is shown each entry of a snapshot. */
@FunctionalInterface
public interface SnapshotVisitor {

    /**
     * Looks at one entry.
     *
     * @param entry what it is
     * @param content the content of a file, to be read at most once and within this call; empty for anything else
     * @throws IOException when the content can't be read
     */
    void visit(SnapshotEntry entry, InputStream content) throws IOException;
}
