package org.recipeharness.canonical;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.app.Undeploy;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;

/** The place of a recipe's canonical on the swarm. What is anybody else's there is neither deployed over nor removed. */
public final class WarmPlace {

    private final Swarm swarm;
    private final RecipeName recipe;
    private final String domain;
    private final StackName stack;
    private final Duration removeLimit;

    /**
     * Names a place; nothing is looked at yet.
     *
     * @param swarm where it is
     * @param recipe whose canonical belongs there
     * @param domain its warm domain
     * @param removeLimit how long a removal may take
     */
    public WarmPlace(Swarm swarm, RecipeName recipe, String domain, Duration removeLimit) {
        this.swarm = swarm;
        this.recipe = recipe;
        this.domain = domain;
        this.stack = StackName.of(domain);
        this.removeLimit = removeLimit;
    }

    /**
     * Names the recipe whose place it is.
     *
     * @return the recipe
     */
    public RecipeName recipe() {
        return recipe;
    }

    /**
     * Gives the domain.
     *
     * @return the warm domain
     */
    public String domain() {
        return domain;
    }

    /**
     * Names the stack.
     *
     * @return the name that a stack at the domain has
     */
    public StackName stack() {
        return stack;
    }

    /**
     * Insists that nothing is there that is not the canonical's own, by its labels, and that nobody else is asked at its domain.
     *
     * @throws SwarmException when something of a foreign or live stack is there; it is named
     */
    public void requireOurs() {
        Leftovers strangers = swarm.strangers(stack, RunLabels.CANONICAL, recipe.text());
        if (!strangers.isNothing()) {
            throw new SwarmException("Looking at " + domain + ", the place of " + recipe + "'s canonical: found "
                    + strangers + ", without the label " + RunLabels.CANONICAL + "=" + recipe
                    + " that all of a canonical carries, so it is somebody else's. Nothing was touched. " + ways());
        }
        answering().ifPresent(other -> {
            throw new SwarmException("Looking at " + domain + ", the place of " + recipe + "'s canonical: the service "
                    + other.name() + " of another stack answers there, by its labels. Nothing was touched. " + ways());
        });
    }

    private String ways() {
        return "If it is a live-warm provider, say so with harness.live-warm=" + recipe
                + ", which gives the canonical another domain; else remove it, or choose another harness.zone";
    }

    private Optional<ServiceState> answering() {
        Pattern whole = Pattern.compile("(?<![A-Za-z0-9.-])" + Pattern.quote(domain) + "(?![A-Za-z0-9.-])");
        return swarm.services().stream()
                .filter(service -> !stack.text().equals(service.labels().get(ServiceState.STACK_LABEL)))
                .filter(service -> service.labels().entrySet().stream()
                        .anyMatch(label -> label.getKey().startsWith("traefik.")
                                && whole.matcher(label.getValue()).find()))
                .findFirst();
    }

    /**
     * Looks for what an idle canonical has not.
     *
     * @return all that is there but for volumes
     */
    public Leftovers running() {
        return swarm.leftovers(stack).without(Leftovers.VOLUME);
    }

    /**
     * Lists the volumes that are there.
     *
     * @return their names on the engine
     */
    public List<String> volumes() {
        return swarm.leftovers(stack).byKind().getOrDefault(Leftovers.VOLUME, List.of());
    }

    /**
     * Removes all but the volumes, and looks until it is gone.
     *
     * @throws SwarmException when something there is somebody else's, or does not go in time
     * @throws InterruptedException when the thread is interrupted; the removal may be half done
     */
    public void makeIdle() throws InterruptedException {
        requireOurs();
        new Undeploy(swarm).shelve(stack, removeLimit);
    }

    /**
     * Removes all, with the volumes, and looks until it is gone.
     *
     * @throws SwarmException when something there is somebody else's, or does not go in time
     * @throws InterruptedException when the thread is interrupted; the removal may be half done
     */
    public void empty() throws InterruptedException {
        requireOurs();
        new Undeploy(swarm).remove(stack, removeLimit);
    }

    @Override
    public String toString() {
        return domain;
    }
}
