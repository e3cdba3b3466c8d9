package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which of a container's folders lie on volumes that nobody has given a name. */
final class AnonymousVolumes {

    /** The engine's own names for them; engines before 23.0 mark them in no other way. */
    private static final Pattern MADE_UP = Pattern.compile("[0-9a-f]{64}");

    private AnonymousVolumes() {}

    static List<String> read(InspectContainerResponse container) {
        return Optional.ofNullable(container.getMounts()).stream()
                .flatMap(List::stream)
                .filter(AnonymousVolumes::isMadeUp)
                .map(Mount::getDestination)
                .filter(Objects::nonNull)
                .map(folder -> folder.getPath())
                .sorted()
                .toList();
    }

    private static boolean isMadeUp(Mount mount) {
        return Stream.ofNullable(mount.getName())
                .anyMatch(name -> MADE_UP.matcher(name).matches());
    }
}
