package org.recipeharness.trust;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;

/**
 * What one service asks of the host.
 *
 * @param name the service's name
 * @param service what the merged files say of it
 * @param stack where its stack belongs
 */
record ServiceAccess(String name, Yaml.Mapping service, OwnNames stack) {

    private static final Set<String> LOCAL_LOGS = Set.of("json-file", "local", "none", "journald", "");

    Stream<Access> all() {
        return Stream.of(
                        binds(),
                        capabilities(),
                        parameters(),
                        ports(),
                        aliases(),
                        deployment(),
                        single("credential_spec", Reach.CREDENTIALS),
                        logs(),
                        new Routers(name, service, stack).all())
                .flatMap(Function.identity());
    }

    private Stream<Access> binds() {
        return Fields.mappings(service, "volumes")
                .filter(mount -> !Set.of("volume", "tmpfs").contains(Fields.words(mount, "type")))
                .filter(mount -> !stack.isOwnFile(Fields.words(mount, "source")))
                .flatMap(mount -> {
                    String source = Fields.words(mount, "source");
                    return HostPaths.reach(source, Fields.isTrue(mount, "read_only"))
                            .map(reach -> access(reach, "volumes", source, mount))
                            .stream();
                });
    }

    private Stream<Access> capabilities() {
        return Fields.scalars(service, "cap_add")
                .flatMap(wanted ->
                        Capabilities.reach(wanted.text())
                                .map(reach -> access(reach, "cap_add", wanted.text(), wanted))
                                .stream());
    }

    private Stream<Access> parameters() {
        Stream<Access> listed = Fields.scalars(service, "sysctls")
                .map(written -> access(Reach.KERNEL_PARAMETER, "sysctls", written.text(), written));
        Stream<Access> named = Fields.mapping(service, "sysctls").stream()
                .flatMap(found -> found.entries().keySet().stream()
                        .map(key -> access(
                                Reach.KERNEL_PARAMETER, "sysctls", key + "=" + Fields.words(found, key), found)));
        return Stream.concat(listed, named);
    }

    private Stream<Access> ports() {
        return Fields.mappings(service, "ports").map(port -> {
            boolean past = "host".equals(Fields.words(port, "mode").toLowerCase(Locale.ROOT));
            return access(
                    past ? Reach.HOST_PORT : Reach.PUBLISHED_PORT, "ports", Fields.words(port, "published"), port);
        });
    }

    private Stream<Access> aliases() {
        return Fields.entries(service, "networks")
                .filter(network -> stack.isShared(network.key()))
                .flatMap(network -> Fields.scalars(network.value(), "aliases")
                        .map(alias -> access(
                                Reach.SHARED_NAME, "networks." + network.key() + ".aliases", alias.text(), alias)));
    }

    private Stream<Access> deployment() {
        Optional<Yaml.Mapping> deploy = Fields.mapping(service, "deploy");
        Stream<Access> global = deploy
                .flatMap(found -> Fields.scalar(found, "mode"))
                .filter(mode -> mode.text().startsWith("global"))
                .map(mode -> access(Reach.EVERY_NODE, "deploy.mode", mode.text(), mode))
                .stream();
        Stream<Access> managers = deploy.flatMap(found -> Fields.mapping(found, "placement")).stream()
                .flatMap(placement -> Fields.scalars(placement, "constraints"))
                .filter(constraint -> constraint.text().replace(" ", "").equals("node.role==manager"))
                .map(constraint ->
                        access(Reach.MANAGER, "deploy.placement.constraints", "node.role == manager", constraint));
        return Stream.concat(global, managers);
    }

    private Stream<Access> single(String field, Reach reach) {
        return service.find(field).map(found -> access(reach, field, field, found)).stream();
    }

    private Stream<Access> logs() {
        return Fields.mapping(service, "logging").stream()
                .filter(logging -> !LOCAL_LOGS.contains(Fields.words(logging, "driver")))
                .map(logging -> access(Reach.REMOTE_LOG, "logging.driver", Fields.words(logging, "driver"), logging));
    }

    private Access access(Reach reach, String field, String value, Yaml at) {
        return new Access(reach, "services." + name + "." + field, value, at.origin());
    }
}
