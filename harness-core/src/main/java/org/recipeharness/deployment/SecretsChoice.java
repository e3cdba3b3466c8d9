package org.recipeharness.deployment;

/** Which secrets an app has that comes back to volumes that were kept. */
public enum SecretsChoice {
    /** Those that the volumes were made with, as {@code abra app undeploy} leaves them. */
    KEPT,
    /** New ones, as after {@code abra app secret remove --all}, or where the volumes are all that was kept. */
    FRESH
}
