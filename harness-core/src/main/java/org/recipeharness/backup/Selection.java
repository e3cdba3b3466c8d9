package org.recipeharness.backup;

import java.util.List;
import java.util.Optional;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;

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

    /**
     * Finds what is saved of a volume.
     *
     * @param volume the volume's key in the compose file
     * @return the part, or empty where nothing of it is saved
     */
    public Optional<VolumePart> part(String volume) {
        return parts.stream().filter(each -> each.volume().equals(volume)).findFirst();
    }
}
