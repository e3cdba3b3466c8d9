package org.recipeharness.lint.docker;

import static org.recipeharness.lint.published.Severity.NOTE;
import static org.recipeharness.lint.published.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Thing;

/**
 * A field of a service that {@code docker stack deploy} accepts and ignores.
 *
 * <p>Docker warns of {@code UnsupportedProperties} and {@code DeprecatedProperties} (cli/compose/types/types.go). It ignores without a
 * word what cli/compose/convert/service.go and volume.go do not convert: {@code tmpfs}, {@code depends_on}, addresses, and options of
 * mounts.
 *
 * @see <a href="https://github.com/docker/cli/blob/v28.2.2/cli/compose/types/types.go">docker CLI: types.go</a>
 */
enum IgnoredField {
    BUILD(NOTE, "build", "Nodes pull the image; publish it"),
    CGROUPNS_MODE(NOTE, "cgroupns_mode", "Remove it"),
    CGROUP_PARENT(NOTE, "cgroup_parent", "Write deploy.resources, or remove it"),
    DEVICES(
            WARNING,
            "devices",
            "No field of a swarm service gives access to a device. Remove it, and say what does not work"),
    DOMAINNAME(NOTE, "domainname", "Write the whole name as 'hostname'"),
    EXTERNAL_LINKS(WARNING, "external_links", "Share a network with the other stack in its place"),
    IPC(WARNING, "ipc", "For more shared memory, write volumes: - type: tmpfs with target: /dev/shm"),
    LINKS(
            NOTE,
            "links",
            "Services of one network know each other's names; write aliases of the network for other names"),
    MAC_ADDRESS(NOTE, "mac_address", "Remove it"),
    NETWORK_MODE(
            WARNING,
            "network_mode",
            "The service gets the stack's own network. Write 'networks'; for the host's network, an external one called 'host'"),
    PID(WARNING, "pid", "The service sees its own processes only. Remove it"),
    PRIVILEGED(WARNING, "privileged", "Write the capabilities that it needs as 'cap_add'"),
    RESTART_NO(WARNING, "restart", "Its tasks are started again. Write deploy.restart_policy with condition: none"),
    RESTART(NOTE, "restart", "Swarm restarts each task by default. Write deploy.restart_policy for anything else"),
    SECURITY_OPT(
            WARNING,
            "security_opt",
            "The service is less confined than the file says. Remove it, or use 'cap_drop' and 'user'"),
    SHM_SIZE(
            WARNING,
            "shm_size",
            "/dev/shm has 64 MB. Write volumes: - type: tmpfs with target: /dev/shm and tmpfs: size in bytes"),
    USERNS_MODE(WARNING, "userns_mode", "Set it in the node's engine, or remove it"),
    CONTAINER_NAME(NOTE, "container_name", "Swarm names each task. Other services reach it by the service's name"),
    EXPOSE(NOTE, "expose", "Services of one network reach each other on every port. Remove it"),
    READ_ONLY_TMPFS(
            WARNING,
            "tmpfs",
            "The service is read_only, so it can write nowhere. Write volumes: - type: tmpfs with a target for each"),
    TMPFS(
            WARNING,
            "tmpfs",
            "The path is written to the container's disk. Write volumes: - type: tmpfs with a target for each"),
    DEPENDS_ON(NOTE, "depends_on", "Services start together; the app must wait for what it needs"),
    TMPFS_MODE(WARNING, "volumes.tmpfs.mode", "The mount has mode 1777. Set the mode when the container starts"),
    CREATE_HOST_PATH(WARNING, "volumes.bind.create_host_path", "Tell operators to make the folder on the node"),
    SELINUX(WARNING, "volumes.bind.selinux", "Label the folder on the node"),
    CONSISTENCY(NOTE, "volumes.consistency", "Remove it"),
    IPV4_ADDRESS(
            WARNING,
            "networks.ipv4_address",
            "Swarm chooses addresses. Use the service's name, or aliases of the network"),
    IPV6_ADDRESS(
            WARNING,
            "networks.ipv6_address",
            "Swarm chooses addresses. Use the service's name, or aliases of the network"),
    HOST_ADDRESS(
            WARNING,
            "ports",
            "The port is open on every address of the node. Remove the address, and close the port by a firewall");

    private final Severity severity;
    private final String path;
    private final String advice;

    IgnoredField(Severity severity, String path, String advice) {
        this.severity = severity;
        this.path = path;
        this.advice = advice;
    }

    Severity severity() {
        return severity;
    }

    String advice() {
        return advice;
    }

    /** Return where a service's file uses the field; a field that is empty or false changes nothing. */
    Stream<FieldPath> in(Published recipe, Thing service) {
        FieldPath root = FieldPath.root(service.written());
        List<String> names = List.of(path.split("\\.", -1));
        Stream<FieldPath> found = root.child(names.get(0)).stream();
        for (String name : names.subList(1, names.size())) {
            found = found.flatMap(field -> field.child(name)
                    .map(Stream::of)
                    .orElseGet(() -> field.children().flatMap(item -> item.child(name).stream())));
        }
        return switch (this) {
            case HOST_ADDRESS -> found.flatMap(FieldPath::children).filter(port -> hasAddress(port.value()));
            case RESTART_NO -> found.filter(field -> isNo(field.value()));
            case RESTART -> found.filter(field -> !isNo(field.value()) && isSet(field.value()));
            case READ_ONLY_TMPFS -> found.filter(field -> isSet(field.value()) && canWriteNowhere(recipe, service));
            case TMPFS -> found.filter(field -> isSet(field.value()) && !canWriteNowhere(recipe, service));
            default -> found.filter(field -> isSet(field.value()));
        };
    }

    private static boolean canWriteNowhere(Published recipe, Thing service) {
        return Optional.ofNullable(recipe.services().get(service.key()))
                .filter(all -> all.values("read_only").anyMatch(IgnoredField::isSet))
                .filter(all -> !all.hasSome("volumes"))
                .isPresent();
    }

    private static boolean isSet(Yaml value) {
        if (value instanceof Scalar scalar) {
            return !scalar.isNull() && !scalar.text().isEmpty() && !"false".equalsIgnoreCase(scalar.text());
        }
        return value instanceof Sequence sequence
                ? !sequence.items().isEmpty()
                : value instanceof Mapping mapping && !mapping.entries().isEmpty();
    }

    private static boolean isNo(Yaml value) {
        return value instanceof Scalar scalar && ("no".equals(scalar.text()) || "false".equals(scalar.text()));
    }

    /** A port such as {@code 127.0.0.1:80:80}; docker says so only in its log. */
    private static boolean hasAddress(Yaml port) {
        return port instanceof Scalar scalar
                && scalar.text().matches("(?:\\d+(?:\\.\\d+){3}|\\[[0-9a-fA-F:]+]|[0-9a-fA-F]*:[0-9a-fA-F:]*:):.*");
    }

    /** Return the field's name in a compose file, in quotes. */
    @Override
    public String toString() {
        return this == HOST_ADDRESS ? "the address in 'ports'" : "'" + path + "'";
    }
}
