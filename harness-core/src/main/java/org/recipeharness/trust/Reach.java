package org.recipeharness.trust;

/** The kinds of access to the host and to other stacks, the worst first. */
public enum Reach {
    /** A socket of the container engine, or a folder that holds one. */
    ENGINE(1, "controls the engine, and with it every app and file of the host"),
    /** A folder of the host's own system. */
    HOST_SYSTEM(1, "reads or writes the host's own system"),
    /** A capability with which a process leaves its container. */
    KERNEL_CAPABILITY(1, "leaves its container by a capability"),
    /** Any other folder of the host. */
    HOST_FOLDER(2, "reads or writes a folder of the host"),
    /** A capability beyond those that each container has. */
    CAPABILITY(2, "has a capability beyond the usual ones"),
    /** A credential specification of the host. */
    CREDENTIALS(2, "uses a credential of the host"),
    /** The host's network, or a network that is bound to a device of the host. */
    HOST_NETWORK(2, "is on a network of the host itself"),
    /** A volume, secret or config of another stack. */
    FOREIGN_DATA(2, "reads or writes data that another stack may own"),
    /** A network of another stack. */
    FOREIGN_NETWORK(3, "is on a network that another stack may own"),
    /** A name on a network that it shares with others. */
    SHARED_NAME(3, "takes a name on a network that other stacks use"),
    /** A router for a domain that is not the app's. */
    FOREIGN_DOMAIN(3, "takes requests for a domain that is not its own"),
    /** A service that belongs to the ingress itself, such as its dashboard. */
    INGRESS_SERVICE(3, "opens a service of the ingress itself"),
    /** A label by which the swarm or the harness knows another stack. */
    FOREIGN_LABEL(3, "claims to belong to another stack"),
    /** A volume of another driver than the engine's own, or on another machine. */
    VOLUME_DRIVER(3, "has a volume of another driver or machine"),
    /** A kernel parameter. */
    KERNEL_PARAMETER(4, "sets a parameter of the kernel"),
    /** A port of the node that is bound past swarm's routing. */
    HOST_PORT(4, "binds a port of the node itself"),
    /** A demand to run on a manager. */
    MANAGER(4, "runs on a manager of the swarm"),
    /** Logs that go elsewhere. */
    REMOTE_LOG(4, "sends its logs to another place"),
    /** A published port. */
    PUBLISHED_PORT(5, "publishes a port"),
    /** A service that runs on every node. */
    EVERY_NODE(5, "runs on every node");

    /** The rating of a recipe that asks for none of these. */
    public static final int BEST = 6;

    private static final int REFUSED = 4;

    private final int rating;
    private final String meaning;

    Reach(int rating, String meaning) {
        this.rating = rating;
        this.meaning = meaning;
    }

    /**
     * Return how a recipe with this access is rated at best.
     *
     * @return 1 (it can do everything on the host) to 5
     */
    public int rating() {
        return rating;
    }

    /**
     * Determine whether a stranger's recipe is refused for it.
     *
     * @return true if it is access to the host or to other stacks; false for what each recipe may ask for
     */
    public boolean isRefused() {
        return rating <= REFUSED;
    }

    /**
     * Return what a service with this access does.
     *
     * @return such as {@code runs on every node}
     */
    public String meaning() {
        return meaning;
    }
}
