package org.recipeharness.deployment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.Swarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names that the head under test has for its services and probes, before anything of it is deployed. */
public final class HeadNames {

    private static final Logger LOG = LoggerFactory.getLogger(HeadNames.class);

    private final RunPlan plan;
    private final List<AppPlan> apps;
    private final Swarm swarm;

    /** Takes the head as it is installed and, if an upgrade sets other variables, as it is upgraded to. */
    public HeadNames(RunPlan plan, List<AppPlan> apps, Swarm swarm) {
        this.plan = plan;
        this.apps = List.copyOf(apps);
        this.swarm = swarm;
    }

    /**
     * Return the names of the services.
     *
     * @return those of the rendered stack, in alphabetical order
     */
    public Set<String> services() {
        var names = new TreeSet<String>();
        apps.forEach(
                app -> app.stack().services().stream().map(StackService::name).forEach(names::add));
        return names;
    }

    /**
     * Return the names of the readiness probes.
     *
     * @return the names; empty if a probe of the test suite cannot be made before its app is deployed
     */
    public Optional<Set<String>> probes() {
        var names = new TreeSet<String>();
        try {
            for (AppPlan planned : apps) {
                var app = DeployedApp.planned(swarm, planned);
                var checks = plan.readiness().isEmpty() ? DerivedReadiness.of(planned.stack()) : plan.readiness();
                checks.forEach(check -> names.add(check.probe().on(app).name()));
            }
            return Optional.of(names);
        } catch (RuntimeException e) {
            // A probe is the test suite's own code, and may need an app that answers.
            LOG.info("The probes of {} have no name before the deploy: {}", plan.recipe(), e.toString());
            return Optional.empty();
        }
    }
}
