package org.recipeharness.backup;

import java.util.Set;

/**
 * What was seen of a file's content in a snapshot.
 *
 * @param entry which file
 * @param form what kind of file it is
 * @param found those of the texts that were looked for which are in it
 * @param fault why it could not be read to its end; empty when it was
 */
record Content(SnapshotEntry entry, Form form, Set<String> found, String fault) {

    Content {
        found = Set.copyOf(found);
    }

    /** What a file's first bytes tell. */
    enum Form {
        EMPTY("empty"),
        GZIP("compressed by gzip"),
        BZIP2("compressed by bzip2"),
        /** Compressed in a way that can't be undone here. */
        OPAQUE("compressed in a way that can't be looked into"),
        PLAIN("as it is");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
