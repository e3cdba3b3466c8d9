package org.recipeharness.swarm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;

/**
 * A swarm whose states are written beforehand: each wait for a change brings the next one, and the last one stays.
 *
 * <p>Time passes only in those waits, in the {@link FakeTime} that it is given.
 */
public final class FakeSwarm implements Swarm {

    private final FakeNotices notices;
    private final List<Labelled> labelled = new ArrayList<>();
    private final Pictures pictures;
    private final Deque<Leftovers> leftovers = new ArrayDeque<>(List.of(new Leftovers(Map.of())));
    private final Map<String, List<String>> logs = new HashMap<>();
    private final Map<String, FailedHealthCheck> unhealthy = new HashMap<>();
    private final Set<String> outOfMemory = new HashSet<>();
    private final Set<String> networks = new HashSet<>();
    private final Set<String> imagesOfNode = new HashSet<>();
    private final Map<String, PullOutcome> registry = new HashMap<>();
    private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Map<String, String>> environments = new HashMap<>();
    private final Map<String, List<String>> written = new HashMap<>();
    private Optional<RuntimeException> writtenError = Optional.empty();
    private final Map<String, List<String>> anonymous = new HashMap<>();
    private Function<ExecRequest, ExecResult> programs = request -> new ExecResult(0, "", "", Duration.ZERO);
    private Function<ContainerRun, ExecResult> containers = run -> new ExecResult(0, "", "", Duration.ZERO);
    private final FakeConfigs singleConfigs = new FakeConfigs();
    private List<ConfigState> configs = List.of();
    private List<NetworkMember> members = List.of();
    private List<AddressPool> pools = List.of();
    private List<String> refusals = List.of();
    private Engine engine = new Engine("20.10.24", Engine.SwarmMode.MANAGER, "6.1.0", true);
    private Optional<RuntimeException> taskError = Optional.empty();
    private final FakeBrake brake = new FakeBrake(operations);

    public FakeSwarm(FakeTime time) {
        this.pictures = new Pictures(time);
        this.notices = new FakeNotices(time);
    }

    /** Adds a state that one wait brings; the first one is there from the start. */
    public FakeSwarm shows(List<ServiceState> services, List<TaskState> tasks) {
        pictures.add(services, tasks);
        return this;
    }

    /** Replaces what looks for leftovers find, one after the other. */
    public FakeSwarm leaves(Leftovers... found) {
        leftovers.clear();
        leftovers.addAll(List.of(found));
        return this;
    }

    public FakeSwarm refuses(String... reasons) {
        refusals = List.of(reasons);
        return this;
    }

    public FakeSwarm logging(String service, String... lines) {
        logs.put(service, List.of(lines));
        return this;
    }

    public FakeSwarm holding(ConfigState... configs) {
        this.configs = List.of(configs);
        return this;
    }

    /** Lets somebody else make each config with this content, at the moment before it is made. */
    public FakeSwarm outrunWith(byte[] content) {
        singleConfigs.outrunWith(content);
        return this;
    }

    public FakeSwarm unhealthy(String container, FailedHealthCheck check) {
        unhealthy.put(container, check);
        return this;
    }

    public FakeSwarm outOfMemory(String container) {
        outOfMemory.add(container);
        return this;
    }

    public FakeSwarm having(String network) {
        networks.add(network);
        return this;
    }

    /** Lets these be found by their names. */
    public FakeSwarm gathering(NetworkMember... found) {
        members = List.of(found);
        return this;
    }

    /** Gives a pull of an image this outcome; pulling any other one finds no engine. */
    public FakeSwarm pulling(String image, PullOutcome outcome) {
        registry.put(image, outcome);
        return this;
    }

    public FakeSwarm havingImage(String image) {
        imagesOfNode.add(image);
        return this;
    }

    /** Throws whenever it is asked for tasks. */
    public FakeSwarm breaksAtTasks(RuntimeException error) {
        taskError = Optional.of(error);
        return this;
    }

    public FakeSwarm being(Engine other) {
        engine = other;
        return this;
    }

    public FakeSwarm telling(String container, Map<String, String> environment) {
        environments.put(container, environment);
        return this;
    }

    /** Lets folders of a container lie on volumes without a name. */
    public FakeSwarm forgetting(String container, String... folders) {
        anonymous.put(container, List.of(folders));
        return this;
    }

    /** Lets a container have written these files outside of all that is mounted into it. */
    public FakeSwarm writing(String container, String... paths) {
        written.put(container, List.of(paths));
        return this;
    }

    /** Throws whenever it is asked for the files that a container has written. */
    public FakeSwarm refusesToListWritten(RuntimeException error) {
        writtenError = Optional.of(error);
        return this;
    }

    /** Answers each exec so; without that, each ends well and says nothing. */
    public FakeSwarm running(Function<ExecRequest, ExecResult> answers) {
        programs = answers;
        return this;
    }

    /** Answers each run of a container so; without that, each ends well and says nothing. */
    public FakeSwarm runningContainers(Function<ContainerRun, ExecResult> answers) {
        containers = answers;
        return this;
    }

    /** Lets a file be gone, as after a removal by a program. */
    public void losing(String container, String file) {
        files.remove(container + ":" + file);
    }

    /** Gives what was asked of this swarm that changes it, in order. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public void deploy(RenderedStack stack) {
        operations.add("deploy " + stack.name());
    }

    @Override
    public void createSecret(StackName stack, String name, String value, Map<String, String> labels) {
        operations.add("create secret " + name);
    }

    @Override
    public List<ServiceState> services(StackName stack) {
        return pictures.now().services();
    }

    @Override
    public List<ServiceState> services() {
        return pictures.now().services();
    }

    @Override
    public List<ConfigState> configs(StackName stack) {
        return configs;
    }

    @Override
    public Optional<byte[]> readConfig(String name) {
        return singleConfigs.read(name);
    }

    @Override
    public void createConfig(String name, byte[] content, Map<String, String> labels) {
        singleConfigs.create(name, content);
        operations.add("create config " + name + " " + new TreeMap<>(labels));
    }

    @Override
    public List<TaskState> tasks(StackName stack) {
        taskError.ifPresent(error -> {
            throw error;
        });
        return pictures.now().tasks();
    }

    @Override
    public List<NetworkMember> members() {
        return members;
    }

    /** Lets the networks of each service have these addresses. */
    public FakeSwarm pooling(AddressPool... found) {
        pools = List.of(found);
        return this;
    }

    @Override
    public List<AddressPool> addressPools(ServiceState service) {
        return pools;
    }

    @Override
    public boolean hasNetwork(String network) {
        return networks.contains(network);
    }

    @Override
    public Optional<String> imageId(String image) {
        return hasImage(image) ? Optional.of("sha256:" + image) : Optional.empty();
    }

    @Override
    public boolean hasImage(String image) {
        return imagesOfNode.contains(image);
    }

    @Override
    public PullOutcome pull(String image, Duration limit) {
        operations.add("pull " + image + " within " + limit);
        return Optional.ofNullable(registry.get(image))
                .orElseThrow(() -> new SwarmException("Pulling the image " + image + ": no engine"));
    }

    @Override
    public ExecResult exec(String container, ExecRequest request) {
        operations.add("exec in " + container + ": " + request);
        return programs.apply(request);
    }

    @Override
    public void writeFile(String container, String file, byte[] content) {
        files.put(container + ":" + file, content);
    }

    @Override
    public Optional<byte[]> readFile(String container, String file) {
        return Optional.ofNullable(files.get(container + ":" + file));
    }

    @Override
    public List<String> written(String container) {
        if (writtenError.isPresent()) {
            throw writtenError.get();
        }
        return written.getOrDefault(container, List.of());
    }

    @Override
    public Map<String, String> environment(String container) {
        return environments.getOrDefault(container, Map.of());
    }

    @Override
    public List<String> anonymousVolumes(String container) {
        return anonymous.getOrDefault(container, List.of());
    }

    @Override
    public VolumeBox openVolumes(Map<String, String> labels, String image, Map<String, String> volumesByTarget) {
        throw new SwarmException("Opening the volumes " + volumesByTarget.values() + ": this swarm is in memory");
    }

    @Override
    public ExecResult run(ContainerRun run, OutputReader reader) throws InterruptedException {
        operations.add("run " + run);
        ExecResult result = containers.apply(run);
        try {
            reader.read(new ByteArrayInputStream(result.out().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            if (result.exit() == 0) {
                throw new SwarmException("Running " + run, e);
            }
        }
        return result;
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        operations.add("create volume " + name + " " + new TreeMap<>(labels));
    }

    @Override
    public void removeVolume(String name) {
        operations.add("remove volume " + name);
    }

    @Override
    public Optional<FailedHealthCheck> failedHealthCheck(String container) {
        return Optional.ofNullable(unhealthy.get(container));
    }

    @Override
    public boolean ranOutOfMemory(String container) {
        return outOfMemory.contains(container);
    }

    @Override
    public List<String> logs(ServiceState service, int lines) {
        List<String> written = logs.get(service.shortName());
        if (written == null) {
            throw new SwarmException("Reading the log of service " + service.name() + ": no such task");
        }
        return written;
    }

    @Override
    public Changes watch(StackName stack) {
        return pictures.turning();
    }

    @Override
    public List<String> remove(StackName stack) {
        operations.add("remove " + stack);
        return refusals;
    }

    @Override
    public List<String> removeNetworks(StackName stack) {
        operations.add("remove networks of " + stack);
        return List.of();
    }

    @Override
    public List<String> removeContainers(StackName stack) {
        operations.add("remove containers of " + stack);
        return List.of();
    }

    @Override
    public List<String> removeVolumes(StackName stack) {
        operations.add("remove volumes of " + stack);
        return List.of();
    }

    @Override
    public Leftovers strangers(StackName stack, String label, String value) {
        return new Leftovers(Map.of());
    }

    @Override
    public Leftovers leftovers(StackName stack) {
        return leftovers.size() > 1 ? leftovers.remove() : leftovers.element();
    }

    /** Lets these be there, whoever asks for labels. */
    public FakeSwarm carrying(Labelled... things) {
        labelled.addAll(List.of(things));
        return this;
    }

    @Override
    public List<Labelled> labelled(String label) {
        return List.copyOf(labelled);
    }

    @Override
    public Optional<String> remove(Labelled thing) {
        operations.add("remove " + thing);
        labelled.removeIf(each -> refusals.isEmpty() && each.equals(thing));
        return refusals.stream().findFirst();
    }

    @Override
    public FakeBrake brake() {
        return brake;
    }

    @Override
    public FakeNotices notices() {
        return notices;
    }

    @Override
    public void close() {
        operations.add("close");
    }
}
