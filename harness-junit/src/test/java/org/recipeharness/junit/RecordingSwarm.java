package org.recipeharness.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.AddressPool;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.ContainerBrake;
import org.recipeharness.swarm.ContainerRun;
import org.recipeharness.swarm.Engine;
import org.recipeharness.swarm.Engine.SwarmMode;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.FailedHealthCheck;
import org.recipeharness.swarm.Labelled;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.NetworkMember;
import org.recipeharness.swarm.Notices;
import org.recipeharness.swarm.OutputReader;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.VolumeBox;

/** A swarm in memory: what is deployed runs at once, and what is asked of it is remembered in its order. */
final class RecordingSwarm implements Swarm {

    private final List<String> story = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore changes = new Semaphore(0);
    private final Map<String, List<String>> stuck = new TreeMap<>();
    private Optional<RunningStack> running = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<String> silence = Optional.empty();
    private Optional<String> crashing = Optional.empty();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, byte[]> configs = new TreeMap<>();
    private final Map<String, List<String>> secrets = new TreeMap<>();
    private final Set<String> volumes = new TreeSet<>();
    private final RecordedNotices notices = new RecordedNotices();
    private String imageContent = "";
    private boolean losesFiles;
    private Optional<String> crashingVersion = Optional.empty();
    private Optional<String> rollback = Optional.empty();
    private Optional<String> brakeError = Optional.empty();
    private String logLine = "listening";
    private List<String> outside = List.of();
    private List<NetworkMember> members = List.of();

    /** Adds a line to what this swarm remembers. */
    void note(String event) {
        story.add(event);
    }

    List<String> story() {
        return List.copyOf(story);
    }

    /** The values that a secret was made with, one for each time. */
    List<String> secretValues(String name) {
        return secrets.getOrDefault(name, List.of());
    }

    /** Lets every deploy fail, as an engine does that finds fault with a stack. */
    void refuseDeploys(String reason) {
        refusal = Optional.of(reason);
    }

    /** Lets a service of whatever is deployed never come up. */
    void crashLoop(String service) {
        crashing = Optional.of(service);
    }

    /** Lets a service come up at no deploy of an image of this version. */
    void crashLoopOf(String version) {
        crashingVersion = Optional.of(version);
    }

    /** Lets each deploy over what runs be rolled back. */
    void failUpgrades(String reason) {
        rollback = Optional.of(reason);
    }

    /** Lets something be there that no removal takes away; before a deploy, it takes the domain. */
    void leaveBehind(String kind, String name) {
        stuck.put(kind, List.of(name));
    }

    /** Lets these be found on its networks, whatever is deployed. */
    void connect(NetworkMember... found) {
        members = List.of(found);
    }

    /** Lets the services write this to their logs. */
    void log(String line) {
        logLine = line;
    }

    /** Lets the running task of a service die; another one takes its place. */
    void loseTask(String service) {
        running.orElseThrow().loseTask(service);
        changes.release();
    }

    /** Lets every question after a deploy fail, until the stack is removed. */
    void fallSilent(String reason) {
        silence = Optional.of(reason);
    }

    /** Lets no container be held up. */
    void refuseLoads(String reason) {
        brakeError = Optional.of(reason);
    }

    @Override
    public Engine engine() {
        return new Engine("99.0", SwarmMode.MANAGER, "6.1", true);
    }

    @Override
    public void deploy(RenderedStack stack) {
        note("deploy " + stack.name());
        if (refusal.isPresent()) {
            throw new SwarmException("Deploying the stack " + stack.name() + ": " + refusal.get());
        }
        if (losesFiles) {
            files.clear();
        }
        var deployed = new RunningStack(stack, running.map(RunningStack::past).orElse(List.of()));
        crashing.ifPresent(deployed::crashLoop);
        crashingVersion
                .filter(version -> stack.document().contains(":" + version))
                .ifPresent(version -> deployed.crashLoop("app"));
        if (running.isPresent()) {
            rollback.ifPresent(deployed::rollBack);
        }
        running = Optional.of(deployed);
        stack.volumes().forEach(volume -> volumes.add(volume.name()));
        changes.release();
    }

    @Override
    public void createSecret(StackName stack, String name, String value, Map<String, String> labels) {
        note("create secret " + name);
        secrets.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    @Override
    public List<ServiceState> services(StackName stack) {
        return answering(stack).map(RunningStack::services).orElse(List.of());
    }

    @Override
    public List<ServiceState> services() {
        return running.map(RunningStack::services).orElse(List.of());
    }

    @Override
    public List<ConfigState> configs(StackName stack) {
        return List.of();
    }

    @Override
    public Optional<byte[]> readConfig(String name) {
        return Optional.ofNullable(configs.get(name));
    }

    @Override
    public void createConfig(String name, byte[] content, Map<String, String> labels) {
        note("create config " + name);
        if (configs.putIfAbsent(name, content) != null) {
            throw new SwarmException("Making the config " + name + ": the name is taken");
        }
    }

    @Override
    public List<TaskState> tasks(StackName stack) {
        return answering(stack).map(RunningStack::tasks).orElse(List.of());
    }

    private Optional<RunningStack> answering(StackName stack) {
        if (silence.isPresent()) {
            throw new SwarmException("Looking at the stack " + stack + ": " + silence.get());
        }
        return running.filter(deployed -> deployed.name().equals(stack));
    }

    @Override
    public List<NetworkMember> members() {
        return members;
    }

    @Override
    public List<AddressPool> addressPools(ServiceState service) {
        return List.of();
    }

    @Override
    public boolean hasNetwork(String network) {
        return members.stream().anyMatch(member -> member.network().equals(network));
    }

    @Override
    public Optional<String> imageId(String image) {
        return Optional.of("sha256:" + imageContent + image);
    }

    /** From now on, all images of the node have another content. */
    void otherImages() {
        imageContent = "other-";
    }

    @Override
    public boolean hasImage(String image) {
        return true;
    }

    @Override
    public PullOutcome pull(String image, Duration limit) {
        return new PullOutcome.Fetched(Optional.empty());
    }

    @Override
    public ExecResult exec(String container, ExecRequest request) {
        return new ExecResult(0, "ran '" + request + "' in " + container, "", Duration.ZERO);
    }

    @Override
    public void writeFile(String container, String file, byte[] content) {
        note("write " + file + " in " + container);
        files.put(file, content);
    }

    @Override
    public Optional<byte[]> readFile(String container, String file) {
        return Optional.ofNullable(files.get(file));
    }

    /** Lets all files be gone at the next deploy, as on a volume that was renamed. */
    void loseFilesAtDeploy() {
        losesFiles = true;
    }

    /** Lets each container have written these files outside of every volume. */
    void writesOutside(String... paths) {
        outside = List.of(paths);
    }

    @Override
    public List<String> written(String container) {
        return outside;
    }

    @Override
    public Map<String, String> environment(String container) {
        return Map.of();
    }

    @Override
    public List<String> anonymousVolumes(String container) {
        return List.of();
    }

    @Override
    public VolumeBox openVolumes(Map<String, String> labels, String image, Map<String, String> volumesByTarget) {
        throw new SwarmException("Opening the volumes " + volumesByTarget.values() + ": this swarm is in memory");
    }

    @Override
    public ExecResult run(ContainerRun run, OutputReader reader) {
        throw new SwarmException("Running " + run + ": this swarm is in memory");
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        throw new SwarmException("Making the volume " + name + ": this swarm is in memory");
    }

    @Override
    public void removeVolume(String name) {
        throw new SwarmException("Removing the volume " + name + ": this swarm is in memory");
    }

    @Override
    public Optional<FailedHealthCheck> failedHealthCheck(String container) {
        return Optional.empty();
    }

    @Override
    public boolean ranOutOfMemory(String container) {
        return false;
    }

    @Override
    public List<String> logs(ServiceState service, int lines) {
        return List.of(service.shortName() + " says: " + logLine);
    }

    @Override
    public Changes watch(StackName stack) {
        return new Changes() {
            @Override
            public boolean await(Duration longest) throws InterruptedException {
                return changes.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<String> remove(StackName stack) {
        note("remove " + stack);
        changes.release();
        running = Optional.empty();
        silence = Optional.empty();
        return List.of();
    }

    @Override
    public List<String> removeNetworks(StackName stack) {
        return List.of();
    }

    @Override
    public List<String> removeContainers(StackName stack) {
        return List.of();
    }

    @Override
    public List<String> removeVolumes(StackName stack) {
        note("remove volumes of " + stack);
        volumes.removeIf(name -> name.startsWith(stack + "_"));
        return List.of();
    }

    @Override
    public Leftovers strangers(StackName stack, String label, String value) {
        return new Leftovers(Map.of());
    }

    @Override
    public Leftovers leftovers(StackName stack) {
        note("leftovers of " + stack);
        var left = new TreeMap<>(stuck);
        running.filter(deployed -> deployed.name().equals(stack))
                .ifPresent(deployed -> left.put(
                        "service",
                        deployed.services().stream().map(ServiceState::name).toList()));
        List<String> its =
                volumes.stream().filter(name -> name.startsWith(stack + "_")).toList();
        if (!its.isEmpty()) {
            left.put("volume", its);
        }
        return new Leftovers(left);
    }

    @Override
    public List<Labelled> labelled(String label) {
        return List.of();
    }

    @Override
    public Optional<String> remove(Labelled thing) {
        return Optional.empty();
    }

    @Override
    public ContainerBrake brake() {
        return new RecordedBrake(this::note, brakeError);
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public void close() {
        note("close");
    }
}
