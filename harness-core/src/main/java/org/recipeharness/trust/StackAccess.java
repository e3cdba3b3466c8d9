package org.recipeharness.trust;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.stack.External;

/**
 * What a stack's networks, volumes, secrets and configs ask of the host and of other stacks.
 *
 * @param root the merged files
 * @param stack where the stack belongs
 */
record StackAccess(Yaml.Mapping root, OwnNames stack) {

    private static final Set<String> OWN_DRIVERS = Set.of("", "default", "overlay");
    private static final Set<String> HOST_DRIVERS = Set.of("host", "bridge", "macvlan", "ipvlan");

    Stream<Access> all() {
        return Stream.of(networks(), volumes(), things("secrets"), things("configs"))
                .flatMap(Function.identity());
    }

    private Stream<Access> networks() {
        return Fields.entries(root, "networks").flatMap(network -> {
            String driver = Fields.words(network.value(), "driver");
            if (HOST_DRIVERS.contains(driver)) {
                return Stream.of(access(Reach.HOST_NETWORK, "networks", network, driver));
            }
            Optional<String> name = nameElsewhere(network);
            if (name.isPresent()) {
                return name
                        .filter(found -> !found.equals(OwnNames.INGRESS_NETWORK))
                        .map(found -> access(
                                OwnNames.OF_THE_ENGINE.contains(found) ? Reach.HOST_NETWORK : Reach.FOREIGN_NETWORK,
                                "networks",
                                network,
                                found))
                        .stream();
            }
            return OWN_DRIVERS.contains(driver)
                    ? Stream.of()
                    : Stream.of(access(Reach.HOST_NETWORK, "networks", network, driver));
        });
    }

    /** A local volume with options may be a folder of the host, or of another machine. */
    private Stream<Access> volumes() {
        return Fields.entries(root, "volumes").flatMap(volume -> {
            Optional<String> name = nameElsewhere(volume);
            if (name.isPresent()) {
                return Stream.of(access(Reach.FOREIGN_DATA, "volumes", volume, name.get()));
            }
            String driver = Fields.words(volume.value(), "driver");
            if (!driver.isEmpty() && !driver.equals("local")) {
                return Stream.of(access(Reach.VOLUME_DRIVER, "volumes", volume, driver));
            }
            return Fields.mapping(volume.value(), "driver_opts").stream()
                    .filter(options -> options.find("device").isPresent())
                    .flatMap(options -> device(volume, options));
        });
    }

    private static Stream<Access> device(Fields.Entry volume, Yaml.Mapping options) {
        String device = Fields.words(options, "device");
        String type = Fields.words(options, "type");
        if ("tmpfs".equals(type)) {
            return Stream.of();
        }
        if (!device.startsWith("/") || Set.of("nfs", "nfs4", "cifs").contains(type)) {
            return Stream.of(access(Reach.VOLUME_DRIVER, "volumes", volume, type + " " + device));
        }
        return HostPaths.reach(device, false).map(reach -> access(reach, "volumes", volume, device)).stream();
    }

    private Stream<Access> things(String kind) {
        return Fields.entries(root, kind)
                .filter(thing -> OwnNames.isExternal(thing.value()))
                .filter(thing -> !stack.isOwn(External.name(thing.value(), thing.key())))
                .map(thing -> access(Reach.FOREIGN_DATA, kind, thing, External.name(thing.value(), thing.key())));
    }

    /** The name that a thing has on the swarm, if it is not of this stack. */
    private Optional<String> nameElsewhere(Fields.Entry thing) {
        if (OwnNames.isExternal(thing.value())) {
            return Optional.of(External.name(thing.value(), thing.key())).filter(name -> !stack.isOwn(name));
        }
        return Fields.scalar(thing.value(), "name").map(Yaml.Scalar::text).filter(name -> !stack.isOwn(name));
    }

    private static Access access(Reach reach, String kind, Fields.Entry thing, String value) {
        return new Access(reach, kind + "." + thing.key(), value, thing.value().origin());
    }
}
