package org.recipeharness.lint.published;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads compose files as docker does before it deploys them, without an engine. */
@FunctionalInterface
public interface StackConfig {

    /**
     * Read compose files as one stack.
     *
     * @param files absolute paths, in the order in which docker merges them; one at least
     * @param variables the environment that the files see; nothing else of this process's environment reaches them
     * @return docker's answer; if the thread is interrupted, {@link Unavailable}, and the thread stays interrupted
     */
    Answer read(List<Path> files, Map<String, String> variables);

    /** What docker answered. */
    sealed interface Answer permits Accepted, Refused, Unavailable {}

    /** Docker accepts the files. */
    record Accepted() implements Answer {}

    /**
     * Docker refuses the files.
     *
     * @param message what docker said; it names the first problem only
     */
    record Refused(String message) implements Answer {}

    /**
     * Docker could not be asked.
     *
     * @param reason why, as a sentence without a full stop
     */
    record Unavailable(String reason) implements Answer {}
}
