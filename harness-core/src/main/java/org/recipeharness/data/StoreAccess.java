package org.recipeharness.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.stack.StackService;

/** Reaches the marker in one store. */
interface StoreAccess {

    /** Puts a marker there, in the place of one that may be there; gives what the store said if it refuses. */
    Optional<String> write(Marker marker) throws InterruptedException;

    /** Takes the marker away. */
    void drop() throws InterruptedException;

    /** Looks for it. */
    Found read() throws InterruptedException;

    /**
     * What a look has found.
     *
     * @param rows the marker's rows; empty where there is no marker at all
     * @param said where it was looked, and what the store said
     */
    record Found(Optional<List<String>> rows, String said) {

        static Found nothing(String said) {
            return new Found(Optional.empty(), said);
        }

        /** The service of a store is gone, as an upgrade may have it. */
        static Found noService(DeployedApp app) {
            return nothing(app.stack().services().stream()
                    .map(StackService::name)
                    .collect(Collectors.joining(", ", "the app has no such service any more (services now: ", ")")));
        }
    }
}
