package org.recipeharness.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An outside command, ready to be run.
 *
 * @param words program and arguments; no shell reads them, and no secret belongs in them, as other processes can see them
 * @param inherited the names of the variables that the command inherits
 * @param variables what is added to the environment that it inherits
 * @param input what the command reads on its standard input
 * @param limit how long it may run before it is ended
 */
public record Command(
        List<String> words, Pattern inherited, Map<String, String> variables, String input, Duration limit) {

    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(1);
    private static final Pattern EVERYTHING = Pattern.compile(".*");

    public Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A command needs at least the name of its program");
        }
    }

    /**
     * Makes a command without input that may run for a minute.
     *
     * @param words program and arguments
     * @return the command
     */
    public static Command of(String... words) {
        return new Command(List.of(words), EVERYTHING, Map.of(), "", DEFAULT_LIMIT);
    }

    /**
     * Adds a variable to what the command inherits.
     *
     * @param name the variable's name
     * @param value its value
     * @return a copy with it
     */
    public Command with(String name, String value) {
        var more = new TreeMap<>(variables);
        more.put(name, value);
        return new Command(words, inherited, more, input, limit);
    }

    /**
     * Limits what the command inherits of the environment of this process.
     *
     * @param names matches the whole name of each variable that it may see
     * @return a copy with it
     */
    public Command inheriting(Pattern names) {
        return new Command(words, names, variables, input, limit);
    }

    /**
     * Gives the command something to read on its standard input.
     *
     * @param text what it reads, as UTF-8
     * @return a copy with it
     */
    public Command reading(String text) {
        return new Command(words, inherited, variables, text, limit);
    }

    /**
     * Limits how long the command may run.
     *
     * @param duration the longest time
     * @return a copy with it
     */
    public Command within(Duration duration) {
        return new Command(words, inherited, variables, input, duration);
    }

    /**
     * Runs the command to its exit; the exit code is for the caller to judge.
     *
     * @return what it ended with
     * @throws CommandException when it can't be started or exceeds its limit
     * @throws InterruptedException when the thread is interrupted; the command is ended first
     */
    public Finished run() throws InterruptedException {
        return new RunningCommand(this).finish();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
