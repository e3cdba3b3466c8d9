package org.recipeharness.swarm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;

/**
 * A Docker Swarm, as one of its managers shows it.
 *
 * <p>Each call is one operation of the engine and returns when the engine has taken it; what follows from it (tasks that start,
 * networks that go) is for the caller to observe. Every call has a time limit and throws a {@link SwarmException} that names the
 * operation and the thing.
 */
public interface Swarm extends AutoCloseable {

    /**
     * Asks what engine this is.
     *
     * @return version, swarm mode, kernel
     * @throws SwarmException when no engine answers
     */
    Engine engine();

    /**
     * Sends a stack, as {@code docker stack deploy} does: without pruning, images resolved by the nodes.
     *
     * @param stack what to send
     * @throws StackRefusedException when the engine refuses it
     * @throws InterruptedException when the thread is interrupted
     */
    void deploy(RenderedStack stack) throws InterruptedException;

    /**
     * Makes a secret that belongs to a stack, and goes with it.
     *
     * @param stack whose
     * @param name the secret's full name
     * @param value its content
     * @param labels what it is to carry
     * @throws SwarmException when the engine refuses it, as it does for a name that is taken; the value is not told
     */
    void createSecret(StackName stack, String name, String value, Map<String, String> labels);

    /**
     * Lists a stack's services.
     *
     * @param stack whose
     * @return the services, by name; empty where no such stack is deployed
     */
    List<ServiceState> services(StackName stack);

    /**
     * Lists the services of all stacks, for finding what stands in the way of a deploy.
     *
     * @return the services, by name
     */
    List<ServiceState> services();

    /**
     * Lists a stack's configs with their contents.
     *
     * @param stack whose
     * @return the configs that carry the stack's label, by name
     */
    List<ConfigState> configs(StackName stack);

    /**
     * Reads a config back, whomever it belongs to.
     *
     * @param name its full name
     * @return its content, or empty where there is no config of that name
     * @throws SwarmException when the engine doesn't answer
     */
    Optional<byte[]> readConfig(String name);

    /**
     * Makes a config that belongs to no stack, and stays until somebody removes it.
     *
     * @param name its full name
     * @param content what it is to hold
     * @param labels what it is to carry
     * @throws SwarmException when the engine refuses it, as it does for a name that is taken; the content is not told
     */
    void createConfig(String name, byte[] content, Map<String, String> labels);

    /**
     * Lists a stack's tasks, those of the past included, as far as the swarm remembers them.
     *
     * @param stack whose
     * @return the tasks, the oldest first
     */
    List<TaskState> tasks(StackName stack);

    /**
     * Lists who is found by which names on the swarm's networks. Containers that belong to no service are not among them.
     *
     * @return each service once for each of its networks
     */
    List<NetworkMember> members();

    /**
     * Return the address pools of the networks that a service's tasks are attached to.
     *
     * @param service the service
     * @return one for each network; empty if the service is not there any more
     */
    List<AddressPool> addressPools(ServiceState service);

    /**
     * Tells whether a network of that name is there.
     *
     * @param network its full name
     * @return true when it is
     */
    boolean hasNetwork(String network);

    /**
     * Tells whether the node of this engine has an image.
     *
     * @param image its name, with or without a tag or a digest
     * @return true when it has one of that name
     */
    boolean hasImage(String image);

    /**
     * Gives the id of an image that the node of this engine has: another content has another id, whatever its name is.
     *
     * @param image its name, with or without a tag or a digest
     * @return such as {@code sha256:...}; empty where the node has none of that name
     */
    Optional<String> imageId(String image);

    /**
     * Pulls an image onto the node of this engine. A registry that does not give it is no error.
     *
     * @param image its name; {@code latest} is meant where it has neither a tag nor a digest
     * @param limit how long it may take; a pull that takes longer is ended
     * @return what came of it
     * @throws SwarmException when no engine answers
     * @throws InterruptedException when the thread is interrupted; the pull is ended
     */
    PullOutcome pull(String image, Duration limit) throws InterruptedException;

    /**
     * Runs a command in a container.
     *
     * @param container the container's id, on the node of this engine
     * @param request what to run
     * @return how it ended
     * @throws SwarmException when it can't be started, or is not finished within its limit
     * @throws InterruptedException when the thread is interrupted
     */
    ExecResult exec(String container, ExecRequest request) throws InterruptedException;

    /**
     * Writes a file into a container, whether or not that has a shell.
     *
     * @param container the container's id, on the node of this engine
     * @param file its absolute path there; its folder exists, and a file of that name is replaced
     * @param content what it is to hold
     * @throws SwarmException when the engine refuses it
     */
    void writeFile(String container, String file, byte[] content);

    /**
     * Reads a file of a container, whether or not that has a shell.
     *
     * @param container the container's id, on the node of this engine
     * @param file its absolute path there
     * @return its content, or empty where there is no such file
     * @throws SwarmException when the engine refuses it
     */
    Optional<byte[]> readFile(String container, String file);

    /**
     * Lists the files that a container has made or changed in its own file system, outside of all that is mounted into it.
     *
     * @param container the container's id, on the node of this engine
     * @return absolute paths, sorted; folders are left out where something in them is listed
     * @throws SwarmException when it is not there (any more)
     */
    List<String> written(String container);

    /**
     * Reads the environment of a container: what its service gives it, over what its image has.
     *
     * @param container the container's id, on the node of this engine
     * @return variable name to value; secrets may be among them
     * @throws SwarmException when it is not there (any more)
     */
    Map<String, String> environment(String container);

    /**
     * Lists the folders of a container that lie on volumes without a name: those that its image declares, and its service mounts
     * nothing at. Their data goes with the container.
     *
     * @param container the container's id, on the node of this engine
     * @return absolute paths, in order; empty where there is none
     * @throws SwarmException when it is not there (any more)
     */
    List<String> anonymousVolumes(String container);

    /**
     * Opens volumes of the engine's node, whether or not a service runs on them.
     *
     * @param labels what is made for it carries
     * @param image an image that the node has; nothing of it is run
     * @param volumesByTarget absolute path in the box to a volume's name
     * @return the volumes; to be closed
     * @throws SwarmException when one is not there, or the engine refuses it
     */
    VolumeBox openVolumes(Map<String, String> labels, String image, Map<String, String> volumesByTarget);

    /**
     * Runs a program to its end in a container of its own, which is removed whatever happens.
     *
     * @param run what to run
     * @param reader is given its standard output; where it fails, and the program too, the program's end is what is told
     * @return how it ended; its standard output is not in it
     * @throws SwarmException when it can't be started or is not finished within its limit, when a volume is not there, or the
     *     reader fails
     * @throws InterruptedException when the thread is interrupted; the program is ended
     */
    ExecResult run(ContainerRun run, OutputReader reader) throws InterruptedException;

    /**
     * Makes a volume on the engine's node that belongs to no stack.
     *
     * @param name its name
     * @param labels what it carries
     * @throws SwarmException when the engine refuses it
     */
    void createVolume(String name, Map<String, String> labels);

    /**
     * Removes a volume of the engine's node.
     *
     * @param name its name; one that is not there is removed at once
     * @throws SwarmException when the engine refuses it, as it does while a container uses it
     */
    void removeVolume(String name);

    /**
     * Looks whether a container is unhealthy, or was when it ended.
     *
     * @param container the container's id, on the node of this engine
     * @return the last run of its health check; empty when it was not unhealthy, or is not there (any more)
     */
    Optional<FailedHealthCheck> failedHealthCheck(String container);

    /**
     * Looks whether the kernel has ended a container, or a process in it, for the memory that it took.
     *
     * @param container the container's id, on the node of this engine
     * @return false also where it is not there (any more)
     */
    boolean ranOutOfMemory(String container);

    /**
     * Reads the last log lines of a service, of all its tasks.
     *
     * @param service which
     * @param lines how many lines at most
     * @return the lines in the order of time, standard output and standard error together
     * @throws InterruptedException when the thread is interrupted
     */
    List<String> logs(ServiceState service, int lines) throws InterruptedException;

    /**
     * Begins to watch for changes of a stack.
     *
     * @param stack whose
     * @return the changes from now on; to be closed
     */
    Changes watch(StackName stack);

    /**
     * Requests the removal of a stack's services, secrets, configs and of the run's own containers. Networks and volumes stay.
     *
     * @param stack the stack's name
     * @return the engine's reasons, one for each request that it refused; empty if it accepted all
     */
    List<String> remove(StackName stack);

    /**
     * Requests the removal of a stack's networks. The caller has waited until {@link #tasks} no longer lists a task of the stack:
     * otherwise the engine never gives back the addresses that these tasks had on networks shared with other stacks (moby 37338).
     *
     * @param stack the stack's name
     * @return the engine's reasons, one for each request that it refused, as it does for a network in use; empty if it accepted all
     */
    List<String> removeNetworks(StackName stack);

    /**
     * Removes a stack's containers on the node of this engine at once, without letting their programs come to an end: for what goes
     * with its data. Their services have gone before, or they are replaced.
     *
     * @param stack whose
     * @return the engine's reasons where it refused one
     */
    List<String> removeContainers(StackName stack);

    /**
     * Removes a stack's volumes on the node of this engine, as far as no container uses them any more.
     *
     * @param stack whose
     * @return the engine's reasons where it refused one
     */
    List<String> removeVolumes(StackName stack);

    /**
     * Looks for anything that is there of a stack, containers and volumes of this engine's node included.
     *
     * @param stack whose
     * @return what is there
     */
    Leftovers leftovers(StackName stack);

    /**
     * Looks for what is there of a stack and does not carry a label. Containers are left out: they carry what their image and the
     * compose file say, and go with their service.
     *
     * @param stack whose
     * @param label the label's name
     * @param value its value
     * @return what has another value of the label, or has it not
     */
    Leftovers strangers(StackName stack, String label, String value);

    /**
     * Looks for all that carries a label, containers and volumes of this engine's node included. Containers of tasks are left out: they go
     * with their service.
     *
     * @param label the label's name, whatever its value
     * @return what carries it
     */
    List<Labelled> labelled(String label);

    /**
     * Asks for the removal of one thing.
     *
     * @param thing which; one that is not there is removed at once
     * @return the engine's reason where it refused, as it does for a volume that is still in use
     */
    Optional<String> remove(Labelled thing);

    /**
     * Gives what holds up containers of this engine's node.
     *
     * @return its brake
     */
    ContainerBrake brake();

    /**
     * Gives what is told to all who look at this swarm.
     *
     * @return its notices
     */
    Notices notices();

    @Override
    void close();
}
