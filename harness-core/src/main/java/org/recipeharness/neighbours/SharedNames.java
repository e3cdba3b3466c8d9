package org.recipeharness.neighbours;

import java.util.Set;
import java.util.TreeSet;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;

/** Which services of a stack could reach a stranger by a name of their own stack. */
public final class SharedNames {

    private SharedNames() {}

    /**
     * Finds the networks on which a stranger could take a name.
     *
     * @param stack what is sent
     * @return the shared networks of services that have another one in their stack; empty where nothing can collide
     */
    public static Set<String> networks(RenderedStack stack) {
        var networks = new TreeSet<String>();
        stack.services().stream()
                .filter(service -> !asked(service, stack).isEmpty())
                .forEach(service -> networks.addAll(service.names().sharedNetworks()));
        return networks;
    }

    /**
     * Finds the names that a stranger could take.
     *
     * @param stack what is sent
     * @return names of services that one on a shared network may ask for
     */
    public static Set<String> names(RenderedStack stack) {
        var names = new TreeSet<String>();
        stack.services().stream()
                .filter(service -> !service.names().sharedNetworks().isEmpty())
                .forEach(service -> names.addAll(asked(service, stack)));
        return names;
    }

    /** The names by which a service may ask for the others of its stack; its own ones are none of these. */
    static Set<String> asked(StackService service, RenderedStack stack) {
        var names = new TreeSet<String>();
        stack.services().forEach(other -> names.addAll(other.names().own()));
        names.removeAll(service.names().own());
        return names;
    }

    /**
     * Tells whether a stack's networks come behind all of its shared ones in the alphabet, where docker's resolver asks them later.
     *
     * @param stack what is sent
     * @return true when they do
     */
    public static boolean sortsAfter(RenderedStack stack) {
        return networks(stack).stream().allMatch(network -> stack.name().text().compareTo(network) > 0);
    }

    /**
     * Tells whether a stack's networks come before all of its shared ones in the alphabet.
     *
     * @param stack what is sent
     * @return true when they do
     */
    public static boolean sortsBefore(RenderedStack stack) {
        return networks(stack).stream().allMatch(network -> stack.name().text().compareTo(network) < 0);
    }
}
