package org.recipeharness.data;

/** A place where an app keeps data, into which a marker can be put. */
public sealed interface DataStore permits ServerDatabase, SqliteFile, VolumeFolder {

    /**
     * Names the service through which it is reached.
     *
     * @return its name within the stack
     */
    String service();
}
