package org.recipeharness.symptom;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.stack.Mounted;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;

/**
 * What is known of one service that may not work.
 *
 * @param stack what was sent
 * @param service the service, of that stack
 * @param lines what it wrote to its log, the oldest first, without times, secrets masked
 * @param refusals what the engine says about its tasks
 * @param outOfMemory whether the kernel ended one of its tasks for its memory
 * @param running the names of the services of the stack that run now
 */
public record Account(
        RenderedStack stack,
        StackService service,
        List<String> lines,
        List<String> refusals,
        boolean outOfMemory,
        Set<String> running) {

    public Account {
        lines = List.copyOf(lines);
        refusals = List.copyOf(refusals);
        running = Set.copyOf(running);
    }

    /** The innermost mount that a file lies in. */
    Optional<Mounted> mountOf(String path) {
        return service.given().mounts().stream()
                .filter(mount -> mount.holds(path))
                .max(Comparator.comparingInt(mount -> mount.target().length()));
    }

    Symptom symptom(Sign sign, String said, String meaning, String advice) {
        return new Symptom(sign, service.name(), said, meaning, advice);
    }
}
