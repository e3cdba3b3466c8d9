package org.recipeharness.swarm;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reasons of a node or of its networks for which it does not start a task. What was sent is not one of them, so the swarm's next
 * attempt may succeed.
 *
 * <p>The words are those of the engine, which has no codes for them. A reason with other words is none of these.
 */
public enum NodeFault {
    /** Since 27, an engine gives a new network the subnet of a removed one at once, while the node may still hold it. */
    SUBNET_HELD(
            "the node still holds the subnet of a network that was removed",
            "The engine's log on the node names the network; 'docker network ls' on it lists those that are left",
            "Pool overlaps with other one on this address space"),
    /** The node was not given a network of the task, or not its address there. */
    NETWORK_MISSING(
            "the node does not have a network of the task",
            "Compare 'docker network ls' on the node with that on a manager",
            "[Cc]ould not find network attachment",
            "(?<!\\S)network \\S+ not found"),
    /** The node has waited half a minute for an address of its own on a network of the task. */
    ADDRESSES_SPENT(
            "the node has no address on a network of the task, and the network's addresses may be used up",
            NodeFault.FREE_ADDRESSES,
            "node is missing network attachments, ip addresses may be exhausted",
            "could not find an available IP"),
    /** A program or a container on the node listens on a port that the task publishes. */
    PORT_HELD(
            "another program or container on the node holds a port that the service publishes",
            "On the node, 'ss -lntup' and 'docker ps --filter publish=<port>' name the holder. End it, or publish another port",
            "(?:listen (?:tcp|udp)[46]? |failed to bind host port (?:for )?|Bind for )"
                    + "(?:\\[\\S*?\\]|[0-9.]+|::):(?<port>\\d{1,5})\\b"
                    + ".*(?:: address already in use| failed: port is already allocated)");

    /** What an operator can do if the addresses of a network are used up. */
    public static final String FREE_ADDRESSES =
            "Addresses that earlier removals lost are free again after a restart of the Docker daemon on the leading manager. If too"
                    + " many are in use, create the network again with a larger subnet (docker network rm, then docker network"
                    + " create --subnet)";

    /** So begins the engine's message if a container was created, but none of its programs has run. */
    private static final String NOT_STARTED = "starting container failed: ";

    private final String reason;
    private final String advice;
    private final Pattern words;

    NodeFault(String reason, String advice, String... words) {
        this.reason = reason;
        this.advice = advice;
        this.words = Pattern.compile(String.join("|", words));
    }

    /**
     * Determine whether a task was not started for a reason of its node.
     *
     * @param task the task
     * @return the reason; empty if the task has not failed, if its program has run, and for a reason that is not known
     */
    public static Optional<NodeFault> of(TaskState task) {
        return isNotStarted(task)
                ? Arrays.stream(values())
                        .filter(fault -> fault.words.matcher(task.message()).find())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isNotStarted(TaskState task) {
        return task.phase() == TaskPhase.REJECTED
                || (task.phase() == TaskPhase.FAILED && task.message().startsWith(NOT_STARTED));
    }

    /**
     * Read which port of the node is held.
     *
     * @param message the engine's message about a task
     * @return the port on the node; empty if the message is not about a held port
     */
    public static OptionalInt port(String message) {
        Matcher found = PORT_HELD.words.matcher(message);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group("port"))) : OptionalInt.empty();
    }

    /**
     * Return the reason in plain words.
     *
     * @return a clause without an end
     */
    public String reason() {
        return reason;
    }

    /**
     * Return what an operator can do.
     *
     * @return one or more sentences, without the last full stop
     */
    public String advice() {
        return advice;
    }
}
