package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.SecretSpec;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.SwarmInfo;
import com.github.dockerjava.api.model.Task;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.VolumeBox;

/**
 * The swarm that a Docker engine belongs to: the engine that {@code DOCKER_HOST} names, or else the one on this machine.
 *
 * <p>Exec, container events and volumes reach the containers of that engine's own node only.
 */
public final class DockerSwarm implements Swarm {

    private final DockerConnection connection = new DockerConnection();
    private final Ipvs ipvs;

    /**
     * Connects to the engine; nothing is asked yet.
     *
     * @param ipvs whether the nodes' kernels have IPVS; empty to find out, which works for an engine on this machine
     */
    public DockerSwarm(Optional<Boolean> ipvs) {
        this.ipvs = new Ipvs(ipvs);
    }

    @Override
    public Engine engine() {
        Info info = connection.call(
                "Asking the Docker engine what it is (is one running, and may this user talk to it?)",
                client -> client.infoCmd().exec());
        String kernel = String.valueOf(info.getKernelVersion());
        return new Engine(
                String.valueOf(info.getServerVersion()), mode(info), kernel, ipvs.routes(connection.host(), kernel));
    }

    static SwarmMode mode(Info info) {
        SwarmInfo swarm = info.getSwarm();
        if (swarm == null || swarm.getNodeID() == null || swarm.getNodeID().isEmpty()) {
            return SwarmMode.INACTIVE;
        }
        return Boolean.TRUE.equals(swarm.getControlAvailable()) ? SwarmMode.MANAGER : SwarmMode.WORKER;
    }

    @Override
    public void deploy(RenderedStack stack) throws InterruptedException {
        new StackDeploy(connection.host()).send(stack);
    }

    @Override
    public void createSecret(StackName stack, String name, String value, Map<String, String> labels) {
        var all = new HashMap<>(labels);
        all.put(ServiceState.STACK_LABEL, stack.text());
        // It encodes the value itself; what is given encoded would arrive encoded.
        SecretSpec spec = new SecretSpec().withName(name).withData(value).withLabels(all);
        connection.call(
                "Making the secret " + name + " of stack " + stack,
                client -> client.createSecretCmd(spec).exec());
    }

    @Override
    public List<ServiceState> services(StackName stack) {
        return read(connection.call(
                "Listing the services of stack " + stack,
                client -> client.listServicesCmd()
                        .withLabelFilter(Map.of(ServiceState.STACK_LABEL, stack.text()))
                        .exec()));
    }

    @Override
    public List<ServiceState> services() {
        return read(allServices());
    }

    private static List<ServiceState> read(List<Service> services) {
        return services.stream()
                .map(ServiceReading::read)
                .sorted(Comparator.comparing(ServiceState::name))
                .toList();
    }

    @Override
    public List<ConfigState> configs(StackName stack) {
        return new StackConfigs(connection, stack).read();
    }

    @Override
    public Optional<byte[]> readConfig(String name) {
        return new SingleConfig(connection, name).read();
    }

    @Override
    public void createConfig(String name, byte[] content, Map<String, String> labels) {
        new SingleConfig(connection, name).create(content, labels);
    }

    @Override
    public List<TaskState> tasks(StackName stack) {
        return connection
                .call(
                        "Listing the tasks of stack " + stack,
                        client -> client.listTasksCmd()
                                .withLabelFilter(Map.of(ServiceState.STACK_LABEL, stack.text()))
                                .exec())
                .stream()
                .map(TaskReading::read)
                .sorted(Comparator.comparing(TaskState::since))
                .toList();
    }

    @Override
    public List<NetworkMember> members() {
        return new MemberReading(allNetworks(), runningTasks()).read(allServices());
    }

    @Override
    public List<AddressPool> addressPools(ServiceState service) {
        List<Network> networks = allNetworks();
        return new AddressPools(networks, new MemberReading(networks, runningTasks())).of(service.id(), allServices());
    }

    private List<Network> allNetworks() {
        return connection.call(
                "Listing all networks of the swarm",
                client -> client.listNetworksCmd().exec());
    }

    private List<Task> runningTasks() {
        return connection.call(
                "Listing all running tasks of the swarm",
                client -> client.listTasksCmd()
                        .withStateFilter(com.github.dockerjava.api.model.TaskState.RUNNING)
                        .exec());
    }

    private List<Service> allServices() {
        return connection.call(
                "Listing all services of the swarm",
                client -> client.listServicesCmd().exec());
    }

    @Override
    public boolean hasNetwork(String network) {
        // The engine's filter matches parts of names.
        return connection
                .call(
                        "Looking for the network " + network,
                        client ->
                                client.listNetworksCmd().withNameFilter(network).exec())
                .stream()
                .anyMatch(found -> found.getName().equals(network));
    }

    @Override
    public boolean hasImage(String image) {
        return imageId(image).isPresent();
    }

    @Override
    public Optional<String> imageId(String image) {
        return new ImagePull(connection).id(image);
    }

    @Override
    public PullOutcome pull(String image, Duration limit) throws InterruptedException {
        return new ImagePull(connection).pull(image, limit);
    }

    @Override
    public ExecResult exec(String container, ExecRequest request) throws InterruptedException {
        return new EngineExec(connection).run(container, request);
    }

    @Override
    public void writeFile(String container, String file, byte[] content) {
        new ContainerFile(connection, container, file).write(content);
    }

    @Override
    public Optional<byte[]> readFile(String container, String file) {
        return new ContainerFile(connection, container, file).read();
    }

    @Override
    public List<String> written(String container) {
        return new LayerFiles(connection, container).written();
    }

    @Override
    public Map<String, String> environment(String container) {
        return EnvironmentReading.read(connection.call(
                "Reading the environment of container " + container,
                client -> client.inspectContainerCmd(container).exec()));
    }

    @Override
    public List<String> anonymousVolumes(String container) {
        return AnonymousVolumes.read(connection.call(
                "Reading the mounts of container " + container,
                client -> client.inspectContainerCmd(container).exec()));
    }

    @Override
    public VolumeBox openVolumes(Map<String, String> labels, String image, Map<String, String> volumesByTarget) {
        return new EngineVolumeBox(connection, labels, image, volumesByTarget);
    }

    @Override
    public ExecResult run(ContainerRun run, OutputReader reader) throws InterruptedException {
        return new EngineRun(connection, run).toItsEnd(reader);
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        connection.call(
                "Making the volume " + name,
                client -> client.createVolumeCmd()
                        .withName(name)
                        .withLabels(labels)
                        .exec());
    }

    @Override
    public void removeVolume(String name) {
        connection.call("Removing the volume " + name, client -> {
            try {
                return client.removeVolumeCmd(name).exec();
            } catch (NotFoundException e) {
                return null;
            }
        });
    }

    @Override
    public Optional<FailedHealthCheck> failedHealthCheck(String container) {
        return connection.call("Looking at the health of container " + container, client -> {
            try {
                return HealthReading.read(client.inspectContainerCmd(container).exec());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean ranOutOfMemory(String container) {
        return connection.call("Looking at the end of container " + container, client -> {
            try {
                return Boolean.TRUE.equals(
                        client.inspectContainerCmd(container).exec().getState().getOOMKilled());
            } catch (NotFoundException e) {
                return false;
            }
        });
    }

    @Override
    public List<String> logs(ServiceState service, int lines) throws InterruptedException {
        return new ServiceLogs(connection).last(service, lines);
    }

    @Override
    public Changes watch(StackName stack) {
        return new DockerChanges(connection, stack);
    }

    @Override
    public List<String> remove(StackName stack) {
        return new StackRemoval(connection, stack).request();
    }

    @Override
    public List<String> removeNetworks(StackName stack) {
        return new StackRemoval(connection, stack).removeNetworks();
    }

    @Override
    public List<String> removeContainers(StackName stack) {
        return new StackRemoval(connection, stack).removeContainers();
    }

    @Override
    public List<String> removeVolumes(StackName stack) {
        return new StackRemoval(connection, stack).removeVolumes();
    }

    @Override
    public Leftovers leftovers(StackName stack) {
        return new StackRemoval(connection, stack).leftovers();
    }

    @Override
    public Leftovers strangers(StackName stack, String label, String value) {
        return new StackRemoval(connection, stack).strangers(label, value);
    }

    @Override
    public List<Labelled> labelled(String label) {
        return new LabelledThings(connection).carrying(label);
    }

    @Override
    public Optional<String> remove(Labelled thing) {
        return new LabelledThings(connection).remove(thing);
    }

    @Override
    public ContainerBrake brake() {
        return new EngineBrake(connection);
    }

    @Override
    public Notices notices() {
        return new ConfigNotices(connection);
    }

    @Override
    public void close() {
        connection.close();
    }
}
