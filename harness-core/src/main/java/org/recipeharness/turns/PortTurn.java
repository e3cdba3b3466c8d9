package org.recipeharness.turns;

import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;

/**
 * A run's turn at the ports that its app publishes: a node has each of them once.
 *
 * <p>An app that is replaced by one with more ports keeps its own while it waits for these; two that wait for each other that way
 * end with the limit.
 */
public final class PortTurn implements AutoCloseable {

    private final PortBook book;
    private final String run;
    private final Duration limit;

    /**
     * Makes it for a run, which has none yet.
     *
     * @param run its id
     * @param limit how long it waits for others
     */
    public PortTurn(String run, Duration limit) {
        this(PortBook.OF_THIS_PROCESS, run, limit);
    }

    PortTurn(PortBook book, String run, Duration limit) {
        this.book = book;
        this.run = run;
        this.limit = limit;
    }

    /**
     * Waits until no other run of this process publishes one of a stack's ports, and takes them.
     *
     * @param stack what is about to be deployed
     * @throws TurnException when the limit has passed
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    public void take(RenderedStack stack) throws InterruptedException {
        take(stack.services().stream()
                .flatMap(service -> service.ports().stream())
                .toList());
    }

    void take(Collection<HostPort> ports) throws InterruptedException {
        book.take(run, ports.stream().map(HostPort::toString).collect(Collectors.toSet()), limit);
    }

    /** Lets others have them, behind the removal of what was deployed; once more is nothing. */
    @Override
    public void close() {
        book.giveBack(run);
    }
}
