package org.recipeharness.promotion;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.data.Markers;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.DataLostException;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.Stage;

/** Brings a version up at a warm domain, and asks it for what it must answer and carry there. */
final class WarmDeploy {

    private final RunPlan plan;
    private final Stage stage;

    WarmDeploy(RunPlan plan, Stage stage) {
        this.plan = plan;
        this.stage = stage;
    }

    /**
     * Insists that there is something to be asked over HTTPS.
     *
     * @throws NotApplicableException when nothing is led to the app at its domain
     */
    static void requireRoute(Rendered rendered) {
        String domain = rendered.plan().domain();
        boolean routed = rendered.plan().stack().services().stream()
                .flatMap(service -> service.declared().stream())
                .anyMatch(label -> label.value().contains(domain));
        if (!routed) {
            throw new NotApplicableException("no label of its services leads requests for its domain to it, so there is"
                    + " nothing to ask over HTTPS at its warm domain");
        }
    }

    /** Deploys onto the volumes that are there, and waits until it answers. */
    Installed answering(Rendered rendered) throws InterruptedException {
        return stage.onto(rendered, new WarmAsking(plan));
    }

    /** Gives an app something to carry from now on. */
    Seeded seed(Installed installed) throws InterruptedException {
        return new Markers(installed.app(), plan.databases()).seed();
    }

    /**
     * Insists, at the last moment, that an app has lost no task since it answered, and that its services reach one another.
     *
     * @throws UnsoundException when it is not fit to be a canonical
     */
    void requireSound(Installed installed) {
        List<String> faults = Stream.concat(
                        stage.losses().map(TaskLosses::next).orElse(List.of()).stream(),
                        installed.names().collisions().stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new UnsoundException(installed.app() + " before it is recorded", faults);
        }
    }

    /** Insists that an app still has what a canonical carries. */
    void requireData(Installed installed, GoodVersion carrier) throws InterruptedException {
        DataLostException.requireCarried(new Markers(installed.app(), plan.databases()).lost(carrier.markers()));
    }
}
