package org.recipeharness.process;

/**
 * How a command ended.
 *
 * @param command what was run
 * @param exit its exit code
 * @param out all that it wrote to standard output
 * @param err all that it wrote to standard error
 */
public record Finished(Command command, int exit, String out, String err) {

    /**
     * Insists that the command succeeded.
     *
     * @param purpose what was being done, to which thing, as the error is to begin
     * @return this
     * @throws CommandException when the exit code is not 0; the message holds what the command wrote to standard error
     */
    public Finished orFail(String purpose) {
        if (exit == 0) {
            return this;
        }
        String said = err.isBlank() ? out : err;
        throw new CommandException(
                purpose + ": '" + command + "' ended with exit code " + exit + " and said: " + said.strip());
    }
}
