package org.recipeharness.deployment;

import java.util.Optional;

/** An operation that is performed once, however often its result is asked for. */
public final class Once<T> {

    private final String name;
    private Optional<T> result = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    public Once(String name) {
        this.name = name;
    }

    /**
     * Performs the operation on the first call, and gives its result from then on.
     *
     * @throws UnverifiedException on each call after one that failed: only the first may look like the culprit
     * @throws NotApplicableException on each call where there is nothing to do
     */
    public T get(Operation<T> operation) throws InterruptedException {
        if (failure.isPresent()) {
            if (failure.get() instanceof NotApplicableException nothingToDo) {
                throw nothingToDo;
            }
            throw UnverifiedException.behind(name, failure.get());
        }
        if (result.isEmpty()) {
            try {
                result = Optional.of(operation.perform());
            } catch (RuntimeException | InterruptedException | Error e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return result.get();
    }

    /** Whether the operation was performed and went well. */
    public boolean hasSucceeded() {
        return result.isPresent();
    }

    /** What it has come to; empty where it was not performed, or failed. */
    public Optional<T> result() {
        return result;
    }

    /** Whether the operation was performed, however it went. */
    public boolean wasTried() {
        return result.isPresent() || failure.isPresent();
    }

    @FunctionalInterface
    public interface Operation<T> {
        T perform() throws InterruptedException;
    }
}
