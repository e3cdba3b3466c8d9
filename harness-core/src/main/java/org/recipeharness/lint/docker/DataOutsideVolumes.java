package org.recipeharness.lint.docker;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.lint.docker.DataFolders.DataFolder;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceMount;

/**
 * Looks for database servers that have a named volume, and keep their data outside of it.
 *
 * <p>A server without any named volume is not reported: it may be meant to forget.
 */
public final class DataOutsideVolumes implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return Composition.all(recipe)
                .flatMap(files -> files.services().stream()
                        .flatMap(service -> look(service).stream())
                        .filter(remark -> files.shows(remark.origin())))
                .distinct()
                .toList();
    }

    private static Optional<Remark> look(ComposedService service) {
        return DataFolders.of(service).flatMap(data -> look(service, data));
    }

    private static Optional<Remark> look(ComposedService service, DataFolder data) {
        List<ServiceMount> mounts = service.mounts();
        List<ServiceMount> volumes =
                mounts.stream().filter(ServiceMount::isNamedVolume).toList();
        // A command or a variable that names the mounted folder may have moved the data there.
        boolean moved = volumes.stream().anyMatch(volume -> service.settings().contains(volume.target()));
        if (volumes.isEmpty() || moved || isMounted(mounts, data)) {
            return Optional.empty();
        }
        ServiceMount nearest = volumes.stream()
                .filter(volume -> volume.isWithin(data.mountPoint()) || volume.holds(data.mountPoint()))
                .findFirst()
                .orElse(volumes.get(0));
        return Optional.of(new Remark(
                nearest.origin(),
                "the volume '" + nearest.source() + "' is mounted at " + nearest.target() + ", but the image of '"
                        + service.name() + "' keeps its data in " + data.folder()
                        + ". Nothing named is mounted there, so the data is lost with the container, and no backup has it."
                        + " Mount the volume at " + data.mountPoint()));
    }

    /** The innermost mount gets the data; where nothing is mounted, docker's anonymous volume is one. */
    private static boolean isMounted(List<ServiceMount> mounts, DataFolder data) {
        Stream<String> holding =
                mounts.stream().filter(mount -> mount.holds(data.folder())).map(ServiceMount::target);
        Optional<String> innermost = holding.max(Comparator.comparingInt(String::length));
        boolean anonymous = (data.folder() + "/").startsWith(data.volume() + "/");
        return innermost.isPresent()
                && (!anonymous || innermost.get().length() >= data.volume().length());
    }
}
