package org.recipeharness.stack;

/**
 * A change that the harness made to a stack because of the host it runs on; shown with the run, as it is not the recipe's.
 *
 * @param place the service and field that was changed
 * @param change what was changed into what
 * @param reason why the host needs it
 */
public record Adaptation(String place, String change, String reason) {

    @Override
    public String toString() {
        return place + ": " + change + " (" + reason + ")";
    }
}
