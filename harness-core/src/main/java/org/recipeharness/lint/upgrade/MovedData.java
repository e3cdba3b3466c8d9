package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.ImageName;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceMount;
import org.recipeharness.lint.published.Severity;

/** Looks for folders of a service in which an operator's data was, and is no longer. */
public final class MovedData implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        var operator = new Operator(head, base);
        return operator.remarks(step -> step.after().services().stream()
                .flatMap(now -> step.before().services().stream()
                        .filter(then -> then.name().equals(now.name()))
                        .flatMap(then -> new Move(step, operator, then, now).remarks())));
    }

    private record Move(Operator.Step step, Operator operator, ComposedService then, ComposedService now) {

        Stream<Remark> remarks() {
            return then.mounts().stream()
                    .filter(ServiceMount::isNamedVolume)
                    .filter(mount -> now.mounts().stream().noneMatch(each -> isSame(mount, each)))
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
            Optional<ServiceMount> elsewhere = now.mounts().stream()
                    .filter(other -> holdsVolume(mount, other))
                    .findFirst();
            return elsewhere.map(other -> moved(mount, other)).or(() -> replaced(mount));
        }

        private Remark moved(ServiceMount mount, ServiceMount other) {
            var remark = new Remark(
                    other.origin(),
                    "'" + now.name() + "' has the volume '" + mount.source() + "' at " + place(other)
                            + ", and had it at " + place(mount)
                            + ": if it still looks for the data at the old place, it starts without it."
                            + " Keep the old place, unless the new image uses the new one");
            // Another image may well have another folder.
            return repository(then).equals(repository(now)) ? remark : remark.as(Severity.NOTE);
        }

        /** If no file defines the volume any more, {@code dropped-volume} reports it. */
        private Optional<Remark> replaced(ServiceMount mount) {
            boolean defined = step.after().volumes().stream()
                    .anyMatch(key -> operator.volumeName(step.after(), key).equals(volumeBefore(mount)));
            return now.mounts().stream()
                    .filter(other -> other.target().equals(mount.target()))
                    .findFirst()
                    .filter(other -> defined)
                    .map(
                            other -> new Remark(
                                    other.origin(),
                                    "'" + now.name() + "' has " + what(other) + " at " + mount.target()
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

        private static String repository(ComposedService service) {
            return service.imageName().map(ImageName::repository).orElse("");
        }
    }
}
