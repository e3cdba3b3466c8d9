package org.recipeharness.symptom;

/** The kinds of symptoms that are known. */
public enum Sign {
    READ_ONLY_FILE_SYSTEM("read-only file system"),
    MISSING_SECRET("missing secret"),
    MISSING_VARIABLE("missing variable"),
    PORT_TAKEN("port taken"),
    OUT_OF_MEMORY("out of memory"),
    DATABASE_REFUSES("database refuses"),
    PERMISSION_DENIED("permission denied"),
    DATA_LAYOUT("data in another layout"),
    DATA_VERSION("data of another version"),
    DATA_LOCKED("data in use"),
    DATA_DAMAGED("data damaged"),
    SCHEMA_MISSING("table missing"),
    PROGRAM_MISSING("program missing"),
    OTHER_PLATFORM("other platform"),
    PORT_DENIED("port denied"),
    MISSING_MOUNT("mount source missing"),
    IMAGE_MISSING("image missing"),
    NO_NODE("no node for the service"),
    DISK_FULL("disk full"),
    USED_UP("limit reached");

    private final String words;

    Sign(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
