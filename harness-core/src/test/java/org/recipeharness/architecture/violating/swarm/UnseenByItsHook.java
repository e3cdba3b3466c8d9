package org.recipeharness.architecture.violating.swarm;

/** Has a field that its shutdown hook may read too old, and others that it may not. */
public final class UnseenByItsHook {

    private final Thread hook = new Thread(this::close);
    private boolean failed;
    private volatile boolean closed;

    public UnseenByItsHook() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public void fail() {
        failed = true;
    }

    private void close() {
        closed = failed;
    }

    public boolean isClosed() {
        return closed;
    }
}
