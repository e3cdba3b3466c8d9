package org.recipeharness.backup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;

/**
 * The files of a stack that are saved, or brought back.
 *
 * @param stack whose
 * @param labels what all that is made for it on the engine carries
 * @param image an image that the engine's node has: a container of it, which is never started, holds the volumes
 * @param parts one for each volume of which something is saved
 */
public record Selection(StackName stack, RunLabels labels, String image, List<VolumePart> parts) {

    public Selection {
        parts = List.copyOf(parts);
    }

    /** @throws BackupException when nothing is to be saved */
    void requireParts() {
        if (parts.isEmpty()) {
            throw new BackupException("Backing up stack " + stack
                    + ": its labels leave no volume to be saved, so the snapshot would be empty");
        }
    }

    /** The same stack, without any of its volumes. */
    Selection withoutVolumes() {
        return new Selection(stack, labels, image, List.of());
    }

    /**
     * Gives the labels of what is made to save or bring back the stack's files, by which it is found as something of the stack.
     *
     * @return label name to value
     */
    public Map<String, String> stackLabels() {
        Map<String, String> all = new HashMap<>(labels.asMap());
        all.put(ServiceState.STACK_LABEL, stack.text());
        return all;
    }
}
