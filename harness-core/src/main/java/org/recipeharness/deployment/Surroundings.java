package org.recipeharness.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.AppPlan;
import org.recipeharness.neighbours.NameCheck;
import org.recipeharness.neighbours.NameReport;
import org.recipeharness.neighbours.Neighbour;
import org.recipeharness.neighbours.NeighbourWish;
import org.recipeharness.settings.Pull;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is around a run's app on its shared networks: a neighbour with the usual names, and whom the app reaches because of it. */
final class Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    private final Swarm swarm;
    private final Settings settings;
    private final Neighbour neighbour;

    Surroundings(RunId run, Settings settings, Swarm swarm) {
        this.swarm = swarm;
        this.settings = settings;
        this.neighbour = new Neighbour(
                swarm,
                run.text(),
                run.shortForm(),
                new NeighbourWish(settings.neighbourImage(), settings.neighbourNames(), settings.pull() != Pull.NEVER));
    }

    /** Puts the neighbour there, before the app comes. */
    void prepare(AppPlan plan) throws InterruptedException {
        neighbour.beside(plan);
    }

    /** Looks whom the app's services reach, once they run. */
    NameReport look(AppPlan plan) throws InterruptedException {
        Optional<String> absence = neighbour.absence();
        NameReport report = new NameCheck(swarm, plan).report();
        var remarks = new ArrayList<>(report.remarks());
        absence.ifPresent(reason -> remarks.add(0, "Tried without a neighbour, because " + reason));
        report.collisions().forEach(collision -> LOG.warn("A name that collides: {}", collision));
        remarks.forEach(remark -> LOG.info("Names on shared networks: {}", remark));
        return new NameReport(report.asked(), report.collisions(), remarks);
    }

    /** Finds what may be why an app did not come up; an error on the way is suppressed onto the failure, never in its place. */
    List<String> reasons(AppPlan plan, RuntimeException failure) throws InterruptedException {
        try {
            return look(plan).collisions();
        } catch (SwarmException e) {
            failure.addSuppressed(e);
            return List.of();
        }
    }

    /** The neighbour's stack; empty where there is none. */
    Optional<StackName> stack() {
        return neighbour.stack();
    }

    /** Lets the neighbour go while the app does. */
    void beginToLeave() {
        neighbour.beginToLeave();
    }

    /** Removes the neighbour, and looks until nothing of it is left. */
    void leave() throws InterruptedException {
        neighbour.leave(settings.removeTimeout());
    }
}
