package org.recipeharness.stack;

import java.util.List;
import java.util.Set;

/**
 * By which names a service is found, and where it may be told whom to ask.
 *
 * @param own its name within the stack, and its aliases on whatever network
 * @param sharedNetworks the names of those of its networks that are there for other stacks, too
 * @param texts what it is given to read: environment, commands, labels and configs
 */
public record ServiceNames(Set<String> own, List<String> sharedNetworks, List<StackText> texts) {

    public ServiceNames {
        own = Set.copyOf(own);
        sharedNetworks = List.copyOf(sharedNetworks);
        texts = List.copyOf(texts);
    }

    /**
     * Makes those of a service that is on no shared network, and is given nothing to read.
     *
     * @param service its name within the stack
     * @return its names
     */
    public static ServiceNames of(String service) {
        return new ServiceNames(Set.of(service), List.of(), List.of());
    }
}
