package org.recipeharness.tier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.app.Undeploy;
import org.recipeharness.evidence.EvidenceCollector;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one recipe: performs each operation at most once, and removes what it has deployed when it is closed - also when the
 * process is ended by Ctrl-C or SIGTERM.
 */
public final class RecipeRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecipeRun.class);

    private final RunId id = RunId.random();
    private final RunPlan plan;
    private final Settings settings;
    private final Swarm swarm;
    private final WorkDirectory directory;
    private final Once<Installed> installation = new Once<>("install");
    private final ReentrantLock operation = new ReentrantLock();
    private final ShutdownGuard guard = new ShutdownGuard(operation, this::close);
    private Optional<Rendered> sent = Optional.empty();
    private Optional<TaskLosses> losses = Optional.empty();
    private boolean failed;
    private boolean closed;

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param plan what is to be run
     * @param settings how
     * @param swarm where; it is closed with the run
     */
    public RecipeRun(RunPlan plan, Settings settings, Swarm swarm) {
        this.plan = plan;
        this.settings = settings;
        this.swarm = swarm;
        this.directory = new WorkDirectory(settings.work().resolve(id.text()));
    }

    /**
     * Installs the app, on the first call.
     *
     * @return the app with the evidence of its install
     * @throws UnverifiedException when an earlier call has failed
     * @throws InterruptedException when the thread is interrupted
     */
    public Installed install() throws InterruptedException {
        operation.lockInterruptibly();
        try {
            guard.protect(Thread.currentThread());
            return installation.get(() -> {
                Path checkouts = directory.create();
                LOG.info("Run {}: installing {}", id, plan.recipe());
                Installed installed = new Installation(plan, id, settings, swarm, checkouts)
                        .perform(rendered -> sent = Optional.of(rendered));
                losses = Optional.of(new TaskLosses(installed.app()));
                return installed;
            });
        } finally {
            guard.release();
            operation.unlock();
        }
    }

    /**
     * Gives what notices tasks that end unasked.
     *
     * @return empty as long as no app is installed
     */
    public Optional<TaskLosses> losses() {
        return losses;
    }

    /** Notes that a test of this run failed, which decides what is kept. */
    public void noteFailure() {
        failed = true;
    }

    /**
     * Collects evidence on the app as it is now.
     *
     * @return empty as long as nothing was sent to the swarm
     * @throws InterruptedException when the thread is interrupted
     */
    public List<EvidenceFile> evidence() throws InterruptedException {
        if (sent.isEmpty() || closed) {
            return List.of();
        }
        return new EvidenceCollector(swarm).collect(sent.get().plan());
    }

    /**
     * Removes what was deployed, and looks until nothing is left of it; unless the settings say that it is to be kept.
     *
     * @throws SwarmException when something is left
     */
    @Override
    public void close() {
        // An interrupt ends what was going on, but not the clean-up behind it.
        boolean interrupted = Thread.interrupted();
        operation.lock();
        try {
            if (!closed) {
                closed = true;
                removeWhatWasSent();
            }
        } finally {
            operation.unlock();
            guard.dismiss();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void removeWhatWasSent() {
        try (swarm;
                directory) {
            if (sent.isPresent()) {
                AppPlan app = sent.get().plan();
                if (settings.keep().applies(failed)) {
                    directory.keep();
                    LOG.warn(
                            "Kept for you to look at: stack {} at {}. Remove it with: docker stack rm {};"
                                    + " docker volume ls --filter label=com.docker.stack.namespace={}",
                            app.stack().name(),
                            app.domain(),
                            app.stack().name(),
                            app.stack().name());
                } else {
                    new Undeploy(swarm).remove(app.stack().name(), settings.removeTimeout());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwarmException(
                    "Removing what run " + id + " has deployed: interrupted; look for what is left"
                            + " with: docker service ls --filter label=org.recipeharness.run=" + id,
                    e);
        }
    }
}
