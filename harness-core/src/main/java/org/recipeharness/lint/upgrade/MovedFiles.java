package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.recipe.Origin;

/**
 * Looks for secrets and configs that a service now has in another place, or that fewer may read.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/#secrets">secrets</a>
 */
public final class MovedFiles implements Check.OfUpgrade {

    private static final int READABLE_BY_ALL = 04;
    private static final int USUAL_MODE = 0444;

    @Override
    public List<Remark> look(Published head, Published base) {
        return new Operator(head, base)
                .remarks(step -> step.services()
                        .flatMap(service -> Stream.of(Kind.values())
                                .flatMap(kind -> files(kind, service.after())
                                        .flatMap(now -> files(kind, service.before())
                                                .filter(then -> then.source().equals(now.source()))
                                                .limit(1)
                                                .flatMap(then -> look(service, kind, then, now))))));
    }

    private static Stream<Remark> look(Operator.Change service, Kind kind, MountedFile then, MountedFile now) {
        return Stream.of(moved(service, kind, then, now), closed(service, kind, then, now))
                .flatMap(Optional::stream);
    }

    private static Optional<Remark> moved(Operator.Change service, Kind kind, MountedFile then, MountedFile now) {
        boolean stillThere =
                files(kind, service.after()).anyMatch(file -> file.target().equals(then.target()));
        String settings = service.after().settings();
        boolean follows = settings.contains(now.target())
                && !settings.replace(now.target(), "").contains(then.target());
        if (stillThere || follows) {
            return Optional.empty();
        }
        var remark = new Remark(
                now.origin(),
                service.after().name() + " has the " + kind.word + " '" + now.source() + "' at " + now.target()
                        + ", and had it at " + then.target()
                        + ": a program that still reads the old place does not find it. Keep the target, unless the new"
                        + " image reads the new one");
        // Another image may well have another place.
        return Optional.of(service.keepsImage() ? remark : remark.as(Severity.NOTE));
    }

    private static Optional<Remark> closed(Operator.Change service, Kind kind, MountedFile then, MountedFile now) {
        if (!then.isReadableByAll() || now.isReadableByAll()) {
            return Optional.empty();
        }
        boolean isOwned = now.uid().filter(uid -> !"0".equals(uid)).isPresent();
        boolean runsAsAnother = Scalars.at(service.after().merged(), "user")
                .anyMatch(user -> !user.text().matches("(?:root|0)(?::.*)?"));
        var remark = new Remark(
                now.origin(),
                service.after().name() + " has the " + kind.word + " '" + now.source() + "' with the mode "
                        + Integer.toOctalString(now.mode()) + ", and had it with " + Integer.toOctalString(then.mode())
                        + ": a program that does not run as "
                        + (isOwned ? "user " + now.uid().get() : "root")
                        + " can't read it any more. Set uid and gid to those of the program");
        return Optional.of(runsAsAnother && !isOwned ? remark : remark.as(Severity.NOTE));
    }

    private static Stream<MountedFile> files(Kind kind, ComposedService service) {
        return service.items(kind.field)
                .flatMap(file -> Scalars.at(file, "source").map(source -> MountedFile.of(kind, source, file)));
    }

    private enum Kind {
        SECRET("secret", "secrets", "/run/secrets/"),
        CONFIG("config", "configs", "/");

        private final String word;
        private final String field;
        private final String folder;

        Kind(String word, String field, String folder) {
            this.word = word;
            this.field = field;
            this.folder = folder;
        }
    }

    private record MountedFile(String source, String target, int mode, Optional<String> uid, Origin origin) {

        static MountedFile of(Kind kind, Scalar source, Mapping written) {
            String target = text(written, "target").orElse(source.text());
            return new MountedFile(
                    source.text(),
                    target.startsWith("/") ? target : kind.folder + target,
                    text(written, "mode").flatMap(MountedFile::octal).orElse(USUAL_MODE),
                    text(written, "uid"),
                    source.origin());
        }

        boolean isReadableByAll() {
            return (mode & READABLE_BY_ALL) != 0;
        }

        private static Optional<String> text(Mapping written, String field) {
            return Scalars.at(written, field).map(Scalar::text).findFirst();
        }

        private static Optional<Integer> octal(String mode) {
            String digits = mode.replaceFirst("^0o?(?=[0-7])", "");
            if (!digits.matches("[0-7]{1,4}") && !mode.matches("[0-9]{1,4}")) {
                return Optional.empty();
            }
            return Optional.of(digits.equals(mode) ? Integer.parseInt(mode) : Integer.parseInt(digits, 8));
        }
    }
}
