package org.recipeharness.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.app.Masking;
import org.recipeharness.app.PrePull;
import org.recipeharness.app.Preflight;
import org.recipeharness.app.SameTasksProbe;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.app.Undeploy;
import org.recipeharness.lease.LeaseException;
import org.recipeharness.lease.NodeHold;
import org.recipeharness.load.LoadException;
import org.recipeharness.load.LoadExperiment;
import org.recipeharness.neighbours.NameReport;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.turns.MemoryTurn;
import org.recipeharness.turns.PortTurn;
import org.recipeharness.turns.TurnException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run has on the swarm: at most one app at a time, at the run's domain. */
public final class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Asking usual;
    private final Settings settings;
    private final Swarm swarm;
    private final Pulling pulling;
    private final Surroundings surroundings;
    private final NodeHold hold;
    private final LoadExperiment load;
    private final MemoryTurn memory;
    private final PortTurn ports;
    // Read by whoever tells of the run as well, from another thread.
    private final List<Masking> maskings = new CopyOnWriteArrayList<>();
    private final Set<String> images = new ConcurrentSkipListSet<>();
    private Optional<Rendered> sent = Optional.empty();
    private Optional<TaskLosses> losses = Optional.empty();
    private Instant since = Instant.EPOCH;

    public Stage(RunPlan plan, RunId run, Settings settings, Swarm swarm) {
        this.usual = app -> plan.readiness().isEmpty() ? DerivedReadiness.of(app.stack()) : plan.readiness();
        this.settings = settings;
        this.swarm = swarm;
        this.pulling = new Pulling(settings, swarm);
        this.surroundings = new Surroundings(run, settings, swarm);
        this.hold = new NodeHold(swarm, run.text(), NodeWish.of(settings));
        this.load = new LoadExperiment(
                settings.sweeping().loadOn(plan.recipe().text()),
                swarm.brake(),
                settings.work().resolve(run.text()));
        var longest = settings.nodeShare().longestWait();
        this.memory = new MemoryTurn(run.text(), settings.sweeping().memory(), longest);
        this.ports = new PortTurn(run.text(), longest);
    }

    /** The run's hold on the node, which all that it sends needs. */
    public NodeHold hold() {
        return hold;
    }

    /** The load that each of its apps is under, once it has converged. */
    public LoadExperiment load() {
        return load;
    }

    /**
     * Takes the node for the run, once, as soon as there is memory for it beside the runs that are there.
     *
     * @throws UnverifiedException when that takes too long: it says nothing of the recipe
     */
    public void enter() throws InterruptedException {
        try {
            memory.take();
            hold.take();
        } catch (TurnException | LeaseException e) {
            throw UnverifiedException.because(e);
        }
    }

    /** Insists that nobody else has taken the node meanwhile. */
    public void requireHold() {
        try {
            hold.require();
        } catch (LeaseException e) {
            throw UnverifiedException.because(e);
        }
    }

    /** What was sent last and not removed since. */
    public Optional<Rendered> sent() {
        return sent;
    }

    private void sent(Rendered rendered) {
        sent = Optional.of(rendered);
        rendered.plan().stack().services().stream().map(StackService::image).forEach(images::add);
        maskings.add(rendered.plan().masking());
    }

    /** The images of all that was sent in this run, by name. */
    public Set<String> images() {
        return Set.copyOf(images);
    }

    /** Hides the secrets of all that was sent in this run, of what is removed since, too. */
    public String mask(String text) {
        String masked = text;
        for (Masking masking : maskings) {
            masked = masking.mask(masked);
        }
        return masked;
    }

    /** What came of the images of what was sent last. */
    public PrePull.Result pulled() {
        return pulling.latest();
    }

    /** From when on what is said tells of a failure: the last time that something was sent, or was found ready. */
    public Instant since() {
        return since;
    }

    /** What notices tasks that end unasked; empty unless an app is there and ready. */
    public Optional<TaskLosses> losses() {
        return losses;
    }

    /** Deploys an app as a new one, in the place of the one that is there. */
    public Installed fresh(Rendered rendered) throws InterruptedException {
        clear();
        takePorts(rendered.plan().stack());
        new Preflight(swarm).requireRoomFor(rendered.plan().stack());
        return first(rendered, usual);
    }

    /** Deploys an app onto the volumes that another one has left. */
    public Installed onto(Rendered rendered) throws InterruptedException {
        return onto(rendered, usual);
    }

    /** Deploys an app onto the volumes that are there, and asks it what is asked there. */
    public Installed onto(Rendered rendered, Asking asking) throws InterruptedException {
        takePorts(rendered.plan().stack());
        new Preflight(swarm).requireRoomOnVolumesOf(rendered.plan().stack());
        return first(rendered, asking);
    }

    /** Takes over what is about to be made for an app that is not deployed yet; it goes as the app would. */
    public void claim(Rendered rendered) {
        sent(rendered);
    }

    private Installed first(Rendered rendered, Asking asking) throws InterruptedException {
        RenderedStack stack = rendered.plan().stack();
        PrePull.Result pulled = pulling.before(stack);
        // From here on, something of this run may be there.
        sent(rendered);
        since = Instant.now();
        createSecrets(rendered, Set.of());
        surroundings.prepare(rendered.plan());
        return ready(
                rendered.plan(),
                asking,
                () -> new Deployer(swarm, pulled).deploy(rendered.plan(), settings.deployLimit(stack.timeout())));
    }

    /** Deploys an app over the one that is there. */
    public Installed over(Rendered rendered) throws InterruptedException {
        RenderedStack stack = rendered.plan().stack();
        takePorts(stack);
        new Preflight(swarm).requireUpgradable(stack);
        PrePull.Result pulled = pulling.before(stack);
        losses = Optional.empty();
        load.lift();
        createSecrets(rendered, sent.map(Stage::secretNames).orElse(Set.of()));
        sent(rendered);
        since = Instant.now();
        surroundings.prepare(rendered.plan());
        return ready(
                rendered.plan(),
                usual,
                () -> new Deployer(swarm, pulled).upgrade(rendered.plan(), settings.deployLimit(stack.timeout())));
    }

    /** Waits until the app that is there is ready again, after something was done to it. */
    public Installed again(DeployedApp app) throws InterruptedException {
        return ready(sent.orElseThrow().plan(), usual, () -> app);
    }

    /** Removes what is there, and looks until nothing is left of it but, of a canonical, its volumes. */
    public void clear() throws InterruptedException {
        if (sent.isPresent()) {
            if (sent.get().isCanonical()) {
                shelve();
            } else {
                removing(name -> new Undeploy(swarm).remove(name, settings.removeTimeout()));
            }
            sent = Optional.empty();
        }
    }

    /** Removes all that the run has on the swarm, and looks until nothing is left of it. */
    public void end() throws InterruptedException {
        surroundings.beginToLeave();
        try {
            clear();
        } finally {
            surroundings.leave();
        }
    }

    /** The stack that stands beside the app; empty where there is none. */
    public Optional<StackName> neighbour() {
        return surroundings.stack();
    }

    /** Removes what is there but for its volumes; unless it is a canonical, these are still this run's to remove. */
    public void shelve() throws InterruptedException {
        removing(name -> new Undeploy(swarm).shelve(name, settings.removeTimeout()));
    }

    /** A load that can't be taken away is told behind the removal, which ends it too. */
    private void removing(Removal removal) throws InterruptedException {
        losses = Optional.empty();
        try {
            load.lift();
        } finally {
            removal.perform(sent.orElseThrow().plan().stack().name());
        }
        ports.close();
    }

    @FunctionalInterface
    private interface Removal {
        void perform(StackName stack) throws InterruptedException;
    }

    /** Lets other runs have what this one had a turn at; what it has left there, their own look at the swarm finds. */
    public void leave() {
        ports.close();
        memory.close();
    }

    private void takePorts(RenderedStack stack) throws InterruptedException {
        try {
            ports.take(stack);
        } catch (TurnException e) {
            throw UnverifiedException.because(e);
        }
    }

    private static Set<String> secretNames(Rendered rendered) {
        return rendered.secrets().stream().map(AppSecret::name).collect(Collectors.toSet());
    }

    private void createSecrets(Rendered rendered, Set<String> there) {
        RenderedStack stack = rendered.plan().stack();
        Map<String, String> labels = stack.labels().asMap();
        rendered.secrets().stream()
                .filter(secret -> !there.contains(secret.name()))
                .forEach(secret -> swarm.createSecret(stack.name(), secret.name(), secret.value(), labels));
    }

    private Installed ready(AppPlan sending, Asking asking, Deploying deploying) throws InterruptedException {
        DeployedApp app;
        try {
            app = deploying.deploy();
        } catch (DeployFailedException e) {
            throw e.because(surroundings.reasons(sending, e));
        }
        NameReport names = surroundings.look(sending);
        try {
            return new Installed(app, names, load.under(app, () -> answered(app, asking)));
        } catch (NotReadyException e) {
            throw e.because(Stream.concat(
                            names.collisions().stream(),
                            load.imposed().stream().map(each -> "It was under load: " + each + " (harness.load)"))
                    .toList());
        } catch (LoadException e) {
            throw UnverifiedException.because(e);
        }
    }

    @FunctionalInterface
    private interface Deploying {
        DeployedApp deploy() throws InterruptedException;
    }

    private List<BudgetUse> answered(DeployedApp app, Asking asking) throws InterruptedException {
        var uses = new ArrayList<BudgetUse>();
        for (ReadinessCheck check : asking.of(app)) {
            Probe probe = new MaskedProbe(SameTasksProbe.around(check.probe().on(app), app), app);
            Budget budget = settings.budget(probe.name()).orElse(check.budget());
            BudgetUse use = new Readiness().await(probe, budget, app.liveness());
            LOG.info("Ready: {}", use);
            uses.add(use);
            load.ready(use);
        }
        losses = Optional.of(new TaskLosses(app));
        since = Instant.now();
        return uses;
    }
}
