package org.recipeharness.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A long command that writes to a file, and has to clean up when it is ended.
 *
 * <p>It is ended at its limit, with the thread that waits for it, and with this process: it is asked to, given time, and killed then.
 * Its standard input stays open until then, so that it can tell the death of this process by the end of it.
 *
 * @param words program and arguments; no shell reads them, and no secret belongs in them, as other processes can see them
 * @param input what it is told first on its standard input, as UTF-8
 * @param output the file that takes both its outputs
 * @param limit how long it may run
 * @param grace how long it may take to clean up when it is asked to end
 */
public record AttendedCommand(List<String> words, String input, Path output, Duration limit, Duration grace) {

    public AttendedCommand {
        words = List.copyOf(words);
    }

    /**
     * Runs the command to its end.
     *
     * @return its exit code, for the caller to judge; empty where it was ended at its limit
     * @throws CommandException when it can't be started
     * @throws InterruptedException when the thread is interrupted; the command is ended first
     */
    public OptionalInt run() throws InterruptedException {
        Process process = start();
        var end = new Thread(() -> end(process), "end-of-command");
        try {
            Runtime.getRuntime().addShutdownHook(end);
            tell(process.getOutputStream());
            return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (IllegalStateException e) {
            throw new CommandException("Running '" + words.get(0) + "': this process is about to end", e);
        } finally {
            end(process);
            forget(end);
        }
    }

    private Process start() {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new CommandException(
                    "Starting '" + words.get(0) + "', with its output to " + output + ": it can't be started ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private void tell(OutputStream stream) {
        var thread = new Thread(
                () -> {
                    try {
                        stream.write(input.getBytes(StandardCharsets.UTF_8));
                        stream.flush();
                    } catch (IOException e) {
                        // It has ended before it has read that; its exit code tells whether that was right.
                    }
                },
                "command-stream");
        thread.setDaemon(true);
        thread.start();
    }

    private void end(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        // Not Process.destroy, which takes its input away too.
        process.toHandle().destroy();
        boolean interrupted = false;
        try {
            if (process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // Asked a second time: there is no time for cleaning up.
            interrupted = true;
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // This process is ending already, and what the hook would do is done.
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
