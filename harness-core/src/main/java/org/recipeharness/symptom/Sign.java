package org.recipeharness.symptom;

/** The kinds of symptoms that are known. */
public enum Sign {
    READ_ONLY_FILE_SYSTEM("read-only file system"),
    MISSING_SECRET("missing secret"),
    MISSING_VARIABLE("missing variable"),
    PORT_TAKEN("port taken"),
    OUT_OF_MEMORY("out of memory"),
    DATABASE_REFUSES("database refuses"),
    PERMISSION_DENIED("permission denied");

    private final String words;

    Sign(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
