package org.recipeharness.backup;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.recipeharness.swarm.ContainerRun;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.OutputReader;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind;
import org.recipeharness.swarm.VolumeBind.Access;

/** A restic repository on a volume of its own. Its password is known to nobody else, and gone with it. */
final class ResticRepository {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String FOLDER = "/repository";
    private static final int PASSWORD_BYTES = 24;
    private static final int MOST_LINES = 20;

    private final Swarm swarm;
    private final String image;
    private final String volume;
    private final String password;

    private ResticRepository(Swarm swarm, String image, String volume, String password) {
        this.swarm = swarm;
        this.image = image;
        this.volume = volume;
        this.password = password;
    }

    /** Makes the volume and the repository on it; neither is left when that fails. */
    static ResticRepository create(Swarm swarm, String image, Selection selection) throws InterruptedException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String volume = "recipe-harness-restic-" + selection.labels().run();
        var repository =
                new ResticRepository(swarm, image, volume, HexFormat.of().formatHex(random));
        boolean made = false;
        try {
            swarm.createVolume(volume, selection.labels().asMap());
            repository.run("Making a restic repository", selection, Access.READ_AND_WRITE, "init");
            made = true;
            return repository;
        } finally {
            if (!made) {
                repository.remove();
            }
        }
    }

    /** Runs restic and gives all of its output. */
    ExecResult end(Selection selection, Access volumes, Access own, List<String> words) throws InterruptedException {
        var out = new StringBuilder();
        ExecResult result = end(
                selection,
                volumes,
                own,
                words,
                stream -> out.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        return new ExecResult(result.exit(), out.toString(), result.err(), result.took());
    }

    /** Runs restic, whatever its exit code; the volumes of the selection lie where {@link ResticLayout} has them. */
    ExecResult end(Selection selection, Access volumes, Access own, List<String> words, OutputReader reader)
            throws InterruptedException {
        List<VolumeBind> mounts = new ArrayList<>(List.of(new VolumeBind(volume, FOLDER, own)));
        selection.parts().stream()
                .map(part -> new VolumeBind(part.name(), ResticLayout.mountOf(part.name()), volumes))
                .forEach(mounts::add);
        return swarm.run(
                new ContainerRun(
                        image,
                        words,
                        Map.of("RESTIC_REPOSITORY", FOLDER, "RESTIC_PASSWORD", password),
                        selection.stackLabels(),
                        mounts,
                        LIMIT),
                reader);
    }

    /** Runs restic on the repository alone, which has to succeed. */
    void run(String purpose, Selection selection, Access own, String... words) throws InterruptedException {
        try {
            requireSuccess(purpose, end(selection.withoutVolumes(), Access.READ, own, List.of(words)));
        } catch (SwarmException e) {
            throw new BackupException(purpose + ": " + e.getMessage(), e);
        }
    }

    /** @throws BackupException with the exit code and restic's last lines, when it did not succeed */
    static void requireSuccess(String purpose, ExecResult result) {
        if (result.exit() != 0) {
            throw new BackupException(
                    purpose + ": restic's exit code is " + result.exit() + ", expected 0. It said:" + said(result));
        }
    }

    private static String said(ExecResult result) {
        List<String> lines =
                result.err().lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? " nothing"
                : lines.stream()
                        .skip(Math.max(0, lines.size() - MOST_LINES))
                        .collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    void remove() {
        // An interrupted thread can't call the engine, and the volume must not stay.
        boolean interrupted = Thread.interrupted();
        try {
            swarm.removeVolume(volume);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
