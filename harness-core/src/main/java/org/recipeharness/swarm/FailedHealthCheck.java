package org.recipeharness.swarm;

/**
 * The last run of a health check that made a container unhealthy.
 *
 * @param exit the exit code of its command; -1 where it took too long
 * @param output what it wrote, as much of it as the engine keeps
 */
public record FailedHealthCheck(int exit, String output) {

    private static final int LONGEST = 300;

    /** Says it in one line. */
    @Override
    public String toString() {
        String line = output.strip().replaceAll("\\s+", " ");
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        return "exit code " + exit + (shown.isEmpty() ? ", no output" : ", " + shown);
    }
}
