package org.recipeharness.http;

/** Finds the words of what went wrong first: HttpClient and the JVM's TLS wrap it in exceptions that say less, or nothing. */
final class RootReason {

    private RootReason() {}

    static String of(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
