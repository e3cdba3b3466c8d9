package org.recipeharness.neighbours;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.app.AppPlan;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.NetworkMember;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whom the services on a shared network reach by the names of their own stack.
 *
 * <p>Who has a name, the swarm knows. Who of several gets the requests is asked from within the container, and reckoned where that
 * has no {@code getent}.
 */
public final class NameCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NameCheck.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Swarm swarm;
    private final AppPlan plan;
    private final RenderedStack stack;
    private final List<String> collisions = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int asked;

    /**
     * Prepares to look at an app that was sent.
     *
     * @param swarm where
     * @param plan what was sent
     */
    public NameCheck(Swarm swarm, AppPlan plan) {
        this.swarm = swarm;
        this.plan = plan;
        this.stack = plan.stack();
    }

    /**
     * Looks at all services that are on a shared network.
     *
     * @return whom they reach; secrets are masked
     * @throws SwarmException when the swarm does not answer
     * @throws InterruptedException when the thread is interrupted
     */
    public NameReport report() throws InterruptedException {
        if (SharedNames.networks(stack).isEmpty()) {
            return NameReport.none();
        }
        List<NetworkMember> members = swarm.members();
        for (StackService service : stack.services()) {
            if (!service.names().sharedNetworks().isEmpty()) {
                for (String name : SharedNames.asked(service, stack)) {
                    judge(service, name, new Resolver(stack.name() + "_" + service.name(), members));
                }
            }
        }
        return new NameReport(asked, collisions, remarks);
    }

    private void judge(StackService service, String name, Resolver resolver) throws InterruptedException {
        asked++;
        Optional<HostMention> mention = HostMention.of(name, service.names().texts());
        List<NetworkMember> strangers = strangers(resolver.holders(name));
        if (strangers.isEmpty()) {
            if (mention.isPresent() && resolver.isAskedBefore(service.names().sharedNetworks(), name)) {
                remarks.add(mask("Service '" + service.name() + "' asks for '" + name + "' (" + mention.get()
                        + "), and nobody else has that name today; but any stack on "
                        + String.join(", ", service.names().sharedNetworks()) + " that has a service '" + name
                        + "' would be asked, as docker's resolver goes to that network before this stack's own"
                        + fix(name)));
            }
            return;
        }
        List<NetworkMember> reached = strangers(answer(service, name, resolver));
        if (!reached.isEmpty()) {
            String found = "Service '" + service.name() + "' of stack " + stack.name() + " reaches by the name '" + name
                    + "' " + reached.stream().map(NetworkMember::toString).collect(Collectors.joining(" and "))
                    + ", not only its own '" + owner(name) + "'";
            if (mention.isPresent()) {
                collisions.add(mask(found + ", and it is told to ask for it: " + mention.get() + fix(name)));
            } else {
                remarks.add(mask(found + "; no place is known where it is told to ask for it"));
            }
        } else if (mention.isPresent()) {
            remarks.add(mask("Service '" + service.name() + "' asks for '" + name + "' (" + mention.get()
                    + ") and reaches its own; while that one is down, or under a name of the stack that comes later in the"
                    + " alphabet, it reaches " + strangers.get(0) + fix(name)));
        }
    }

    private List<NetworkMember> answer(StackService service, String name, Resolver resolver)
            throws InterruptedException {
        Optional<Set<String>> addresses = addresses(service, name);
        List<NetworkMember> owners = addresses.map(resolver::ownersOf).orElse(List.of());
        return owners.isEmpty() ? resolver.answer(name) : owners;
    }

    /** Asks from within; empty where nothing runs, or nothing there can ask. */
    private Optional<Set<String>> addresses(StackService service, String name) throws InterruptedException {
        Optional<String> container = container(service);
        if (container.isEmpty()) {
            return Optional.empty();
        }
        try {
            ExecResult result = swarm.exec(
                    container.get(), ExecRequest.of("getent", "ahostsv4", name).within(LIMIT));
            Set<String> found = result.out()
                    .lines()
                    .map(line -> line.strip().split("\\s+", 2)[0])
                    .filter(address -> !address.isEmpty())
                    .collect(Collectors.toSet());
            return result.exit() == 0 && !found.isEmpty() ? Optional.of(found) : Optional.empty();
        } catch (SwarmException e) {
            LOG.debug("Service '{}' can't be asked for '{}', so it is reckoned", service.name(), name, e);
            return Optional.empty();
        }
    }

    private Optional<String> container(StackService service) {
        Optional<String> id = swarm.services(stack.name()).stream()
                .filter(each -> each.shortName().equals(service.name()))
                .map(ServiceState::id)
                .findFirst();
        return id.flatMap(found -> swarm.tasks(stack.name()).stream()
                .filter(task -> task.service().equals(found) && task.isRunning())
                .flatMap(task -> task.container().stream())
                .findFirst());
    }

    private List<NetworkMember> strangers(List<NetworkMember> members) {
        return members.stream().filter(member -> !member.isOf(stack.name())).toList();
    }

    private String owner(String name) {
        return stack.services().stream()
                .filter(service -> service.names().own().contains(name))
                .map(service -> stack.name() + "_" + service.name())
                .findFirst()
                .orElse(name);
    }

    private String fix(String name) {
        return ". Rename the service to something unique, or ask for ${STACK_NAME}_"
                + owner(name).substring(stack.name().text().length() + 1);
    }

    private String mask(String text) {
        return plan.masking().mask(text);
    }
}
