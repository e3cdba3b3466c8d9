package org.recipeharness.neighbours;

import java.util.List;

/**
 * Whom the services of a stack reach by the names of their own stack.
 *
 * @param asked how many names were asked for, each from within one service
 * @param collisions names that a service is told to ask for, and that lead it to a stranger
 * @param remarks names that lead to a stranger without anybody being told to ask for them, or that may do so one day
 */
public record NameReport(int asked, List<String> collisions, List<String> remarks) {

    public NameReport {
        collisions = List.copyOf(collisions);
        remarks = List.copyOf(remarks);
    }

    /**
     * Makes the report on a stack in which no name can collide.
     *
     * @return an empty one
     */
    public static NameReport none() {
        return new NameReport(0, List.of(), List.of());
    }
}
