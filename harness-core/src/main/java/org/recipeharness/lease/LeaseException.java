package org.recipeharness.lease;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** The node can't be had, or not any more. */
public final class LeaseException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private LeaseException(String message) {
        super(message);
    }

    static LeaseException refused(Holding holding, Duration waited, List<Posted> living) {
        int limit = holding.limitBeside(living);
        return new LeaseException("Taking the swarm's node for this process: after " + waited.toSeconds()
                + " s it is still held by " + Living.told(living) + "; expected fewer than " + limit
                + (limit == 1 ? " holder" : " holders")
                + ". The smallest harness.holders of all processes counts; this process has " + holding.holders()
                + ". Wait until that ends (-Dharness.lease-wait=3600s), or let"
                + " more run at once, which can disturb each other, with -Dharness.holders=" + (living.size() + 1)
                + " in each process" + unreadable(living));
    }

    private static String unreadable(List<Posted> living) {
        return living.stream()
                .filter(posted -> !posted.lease().isReadable())
                .map(posted -> ". A lease that can't be read never ends by itself. If its process is gone, remove it:"
                        + " docker config rm " + posted.notice().name())
                .collect(Collectors.joining());
    }

    static LeaseException lost(String found) {
        return new LeaseException(
                "Going on on the swarm's node: the lease of this process is lost, as it was not renewed"
                        + " in time (was the machine asleep, or the engine away?); found " + found
                        + ". What was deployed may be"
                        + " gone by now. Run it again");
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.EXTERNAL);
    }
}
