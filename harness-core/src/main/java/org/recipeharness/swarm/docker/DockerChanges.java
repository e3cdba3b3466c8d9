package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import com.github.dockerjava.api.model.EventType;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the engine's events, as far as they are about one stack. */
final class DockerChanges extends ResultCallback.Adapter<Event> implements Changes {

    private static final Logger LOG = LoggerFactory.getLogger(DockerChanges.class);

    private final Semaphore changes = new Semaphore(0);
    private final StackName stack;

    DockerChanges(DockerConnection connection, StackName stack) {
        this.stack = stack;
        connection
                .streams()
                .eventsCmd()
                .withEventTypeFilter(EventType.CONTAINER, EventType.SERVICE, EventType.NETWORK, EventType.VOLUME)
                .exec(this);
    }

    @Override
    public void onNext(Event event) {
        if (isAboutStack(event) && !isProbe(event)) {
            changes.release();
        }
    }

    @Override
    public void onError(Throwable error) {
        // The waiter looks again after its longest wait anyway, so a lost stream costs time and no truth.
        LOG.debug("The engine's events of stack {} have ended", stack, error);
    }

    private boolean isAboutStack(Event event) {
        EventActor actor = event.getActor();
        Map<String, String> attributes = actor == null ? null : actor.getAttributes();
        if (attributes == null) {
            return false;
        }
        String name = attributes.getOrDefault("name", "");
        return stack.text().equals(attributes.get(ServiceState.STACK_LABEL)) || name.startsWith(stack.text() + "_");
    }

    /** Health checks run as execs, and would wake the waiter for nothing. */
    private static boolean isProbe(Event event) {
        String action = event.getAction();
        return action != null && action.startsWith("exec_");
    }

    @Override
    public boolean await(Duration longest) throws InterruptedException {
        boolean changed = changes.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        changes.drainPermits();
        return changed;
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new SwarmException("Ending the watch of stack " + stack, e);
        }
    }
}
