package org.recipeharness.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One run of a command: its three streams are served side by side, so that none can block another. */
final class RunningCommand {

    private final Command command;

    RunningCommand(Command command) {
        this.command = command;
    }

    Finished finish() throws InterruptedException {
        Process process = start();
        try {
            CompletableFuture<String> out = reading(process.getInputStream());
            CompletableFuture<String> err = reading(process.getErrorStream());
            inThread(() -> feed(process.getOutputStream()));
            long deadline = System.nanoTime() + command.limit().toNanos();
            if (!process.waitFor(command.limit().toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooLong(null);
            }
            return new Finished(command, process.exitValue(), rest(out, deadline), rest(err, deadline));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() {
        var builder = new ProcessBuilder(command.words());
        builder.environment()
                .keySet()
                .removeIf(name -> !command.inherited().matcher(name).matches());
        builder.environment().putAll(command.variables());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CommandException(
                    "Starting '" + command + "': it can't be started (" + e.getMessage() + "). Is '"
                            + command.words().get(0) + "' installed and on the PATH?",
                    e);
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException("Reading what a command wrote", e);
                    }
                },
                RunningCommand::inThread);
    }

    private void feed(OutputStream stream) {
        try (stream) {
            stream.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command may end without reading its input; its exit code tells whether that was right.
        }
    }

    private String rest(CompletableFuture<String> output, long deadline) throws InterruptedException {
        try {
            return output.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooLong(e);
        } catch (ExecutionException e) {
            throw new CommandException("Running '" + command + "': its output can't be read", e.getCause());
        }
    }

    private CommandException tooLong(@Nullable Throwable cause) {
        return CommandException.timedOut(
                "Running '" + command + "': not finished after "
                        + command.limit().toSeconds() + " s, ended",
                cause);
    }

    private static void inThread(Runnable task) {
        var thread = new Thread(task, "command-stream");
        thread.setDaemon(true);
        thread.start();
    }
}
