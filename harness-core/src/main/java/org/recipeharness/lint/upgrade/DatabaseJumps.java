package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.ImageName;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceMount;

/**
 * Looks for servers that get a version that does not read the data on their volume.
 *
 * <p>A step of the recipe that dumps and loads the data does not silence it: no file proves that it works.
 */
public final class DatabaseJumps implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        var operator = new Operator(head, base);
        return operator.remarks(step -> step.after().services().stream()
                .flatMap(now -> DataServer.of(now).stream()
                        .flatMap(server -> step.before().services().stream()
                                .filter(then -> DataServer.of(then).equals(Optional.of(server)))
                                .flatMap(then -> new Pair(server, then, now).remark(step, operator).stream())
                                .limit(1))));
    }

    private record Pair(DataServer server, ComposedService then, ComposedService now) {

        Optional<Remark> remark(Operator.Step step, Operator operator) {
            List<String> before = data(then, step.before(), operator);
            Optional<String> shared = data(now, step.after(), operator).stream()
                    .filter(before::contains)
                    .findFirst();
            return shared.flatMap(volume -> now.image()
                    .flatMap(image -> hop().flatMap(hop ->
                            server.steps().objection(hop).map(objection -> remark(image, hop, volume, objection)))));
        }

        private Optional<Hop> hop() {
            return then.imageName()
                    .flatMap(ImageName::version)
                    .flatMap(from -> now.imageName().flatMap(ImageName::version).map(to -> new Hop(from, to, now)));
        }

        private Remark remark(Scalar image, Hop hop, String volume, String objection) {
            return new Remark(
                    image.origin(),
                    "'" + now.name() + "' goes from " + server.name() + " " + hop.from() + " to " + hop.to()
                            + " with the data in '" + volume + "': " + objection);
        }

        /** Return the volumes, by their names on the swarm, and the folders of the node in which the data may be. */
        private List<String> data(ComposedService service, Composition composition, Operator operator) {
            return service.mounts().stream()
                    .filter(mount -> server.folders(service).stream()
                            .anyMatch(folder -> mount.isWithin(folder) || mount.holds(folder)))
                    .flatMap(mount -> source(mount, composition, operator))
                    .toList();
        }

        private static Stream<String> source(ServiceMount mount, Composition composition, Operator operator) {
            if (mount.isNamedVolume()) {
                return Stream.of(operator.volumeName(composition, mount.source()));
            }
            return "bind".equals(mount.type()) ? Stream.of(mount.source()) : Stream.empty();
        }
    }
}
