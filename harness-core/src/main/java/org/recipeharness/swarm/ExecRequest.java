package org.recipeharness.swarm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to be run in a container.
 *
 * @param words program and arguments; no shell reads them
 * @param input what the command reads on its standard input, as UTF-8; it ends behind it
 * @param variables what is added to its environment; the place for a secret, as it is not told with the command
 * @param limit how long it may take
 */
public record ExecRequest(List<String> words, String input, Map<String, String> variables, Duration limit) {

    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

    public ExecRequest {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("An exec needs at least the name of its program");
        }
    }

    /**
     * Makes a request without input that may take 30 s.
     *
     * @param words program and arguments
     * @return the request
     */
    public static ExecRequest of(String... words) {
        return new ExecRequest(List.of(words), "", Map.of(), DEFAULT_LIMIT);
    }

    /**
     * Gives the command something to read on its standard input.
     *
     * @param text what it reads, as UTF-8
     * @return a copy with it
     */
    public ExecRequest reading(String text) {
        return new ExecRequest(words, text, variables, limit);
    }

    /**
     * Adds a variable to the command's environment.
     *
     * @param name its name
     * @param value its value
     * @return a copy with it
     */
    public ExecRequest with(String name, String value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new ExecRequest(words, input, more, limit);
    }

    /**
     * Limits how long the command may take.
     *
     * @param duration the longest time
     * @return a copy with it
     */
    public ExecRequest within(Duration duration) {
        return new ExecRequest(words, input, variables, duration);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
