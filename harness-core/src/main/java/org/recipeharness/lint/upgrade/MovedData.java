package org.recipeharness.lint.upgrade;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.docker.DataFolders;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceMount;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.recipe.Origin;

/** Looks for folders of a service in which an operator's data was, and is no longer. */
public final class MovedData implements Check.OfUpgrade {

    private static final String DATA_FOLDER = "PGDATA";

    @Override
    public List<Remark> look(Published head, Published base) {
        var operator = new Operator(head, base);
        return operator.remarks(
                step -> step.services().flatMap(service -> new Move(step, operator, service).remarks()));
    }

    private record Move(Operator.Step step, Operator operator, Operator.Change service) {

        Stream<Remark> remarks() {
            return Stream.concat(movedMounts(), movedVariables());
        }

        private Stream<Remark> movedMounts() {
            return service.before().mounts().stream()
                    .filter(ServiceMount::isNamedVolume)
                    .filter(mount -> service.after().mounts().stream().noneMatch(each -> isSame(mount, each)))
                    .flatMap(mount -> remark(mount).stream());
        }

        private boolean isSame(ServiceMount mount, ServiceMount other) {
            return holdsVolume(mount, other)
                    && other.target().equals(mount.target())
                    && other.subpath().equals(mount.subpath());
        }

        private boolean holdsVolume(ServiceMount mount, ServiceMount other) {
            return other.isNamedVolume() && volumeAfter(other).equals(volumeBefore(mount));
        }

        private String volumeBefore(ServiceMount mount) {
            return operator.volumeName(step.before(), mount.source());
        }

        private String volumeAfter(ServiceMount mount) {
            return operator.volumeName(step.after(), mount.source());
        }

        private Optional<Remark> remark(ServiceMount mount) {
            Optional<ServiceMount> elsewhere = service.after().mounts().stream()
                    .filter(other -> holdsVolume(mount, other))
                    .findFirst();
            return elsewhere.isPresent()
                    ? elsewhere.filter(other -> !isFollowed(mount, other)).map(other -> moved(mount, other))
                    : replaced(mount);
        }

        /** A variable that names the old place before, and the new place after, says that the service knows of the move. */
        private boolean isFollowed(ServiceMount mount, ServiceMount other) {
            Map<String, Scalar> after = service.after().environment();
            return service.before().environment().entrySet().stream()
                    .filter(variable -> mount.holds(variable.getValue().text()))
                    .anyMatch(variable -> Optional.ofNullable(after.get(variable.getKey()))
                            .filter(value -> within(other, value).equals(within(mount, variable.getValue())))
                            .isPresent());
        }

        private Stream<Remark> movedVariables() {
            Map<String, Scalar> before = service.before().environment();
            Map<String, Scalar> after = service.after().environment();
            Stream<Remark> kept = before.entrySet().stream()
                    .flatMap(variable -> Stream.ofNullable(after.get(variable.getKey()))
                            .flatMap(value -> movedFolder(variable.getKey(), variable.getValue(), value).stream()));
            boolean isNew = before.containsKey(DATA_FOLDER) != after.containsKey(DATA_FOLDER);
            return isNew ? Stream.concat(kept, movedDefault(after.get(DATA_FOLDER)).stream()) : kept;
        }

        /** Compare a folder that only one of the two releases names with the default of the other. */
        private Optional<Remark> movedDefault(@Nullable Scalar named) {
            Origin origin = Optional.ofNullable(named)
                    .map(Scalar::origin)
                    .orElse(service.after().merged().origin());
            return DataFolders.of(service.before())
                    .flatMap(then -> DataFolders.of(service.after())
                            .flatMap(now -> movedFolder(
                                    DATA_FOLDER,
                                    Scalar.text(then.folder(), origin),
                                    Scalar.text(now.folder(), origin))));
        }

        private Optional<Remark> movedFolder(String name, Scalar then, Scalar now) {
            return mountOf(service.before(), then)
                    .filter(mount -> now.text().startsWith("/"))
                    .filter(mount -> mountOf(service.after(), now)
                            .filter(other -> holdsVolume(mount, other))
                            .filter(other -> within(other, now).equals(within(mount, then)))
                            .isEmpty())
                    .map(mount -> new Remark(
                            now.origin(),
                            "'" + service.after().name() + "' has " + name + "=" + now.text() + ", and had "
                                    + then.text() + ", which is on the volume '" + mount.source()
                                    + "': what lies there stays there, and is not looked for any more. Keep the folder, or"
                                    + " tell operators in the release notes how to move the data"))
                    .map(remark -> DataServer.of(service.after())
                                    .filter(server -> service.keepsImage())
                                    .isPresent()
                            ? remark
                            : remark.as(Severity.NOTE));
        }

        private static Optional<ServiceMount> mountOf(ComposedService service, Scalar folder) {
            return service.mounts().stream()
                    .filter(ServiceMount::isNamedVolume)
                    .filter(mount -> mount.holds(folder.text().replaceFirst("/+$", "")))
                    .max(Comparator.comparingInt(mount -> mount.target().length()));
        }

        private static String within(ServiceMount mount, Scalar folder) {
            String text = folder.text().replaceFirst("/+$", "");
            return text.startsWith(mount.target())
                    ? text.substring(mount.target().length())
                    : text;
        }

        private Remark moved(ServiceMount mount, ServiceMount other) {
            var remark = new Remark(
                    other.origin(),
                    "'" + service.after().name() + "' has the volume '" + mount.source() + "' at " + place(other)
                            + ", and had it at " + place(mount)
                            + ": if it still looks for the data at the old place, it starts without it."
                            + " Keep the old place, unless the new image uses the new one");
            // Another image may well have another folder.
            return service.keepsImage() ? remark : remark.as(Severity.NOTE);
        }

        /** If no file defines the volume any more, {@code dropped-volume} reports it. */
        private Optional<Remark> replaced(ServiceMount mount) {
            boolean defined = step.after().volumes().stream()
                    .anyMatch(key -> operator.volumeName(step.after(), key).equals(volumeBefore(mount)));
            return service.after().mounts().stream()
                    .filter(other -> other.target().equals(mount.target()))
                    .findFirst()
                    .filter(other -> defined)
                    .map(
                            other -> new Remark(
                                    other.origin(),
                                    "'" + service.after().name() + "' has " + what(other) + " at " + mount.target()
                                            + ", where the volume '"
                                            + mount.source()
                                            + "' was: the data stays in the volume, and the app starts without it."
                                            + " Mount the volume, or tell operators in the release notes how to move the data"));
        }

        private static String place(ServiceMount mount) {
            return mount.target() + (mount.subpath().isEmpty() ? "" : " (subpath " + mount.subpath() + ")");
        }

        private static String what(ServiceMount mount) {
            return Stream.of(
                            mount.isNamedVolume() ? "the volume" : "a mount of type " + mount.type(),
                            "'" + mount.source() + "'")
                    .filter(word -> !"''".equals(word))
                    .collect(Collectors.joining(" "));
        }
    }
}
