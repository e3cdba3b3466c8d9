package org.recipeharness.promotion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.canonical.Aged;
import org.recipeharness.canonical.Canonical;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.KeptVolumes;
import org.recipeharness.canonical.Registry;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.stack.StackVolume;
import org.recipeharness.swarm.Swarm;

/** Copies the volumes of a recipe's canonical, or of an earlier one, for an app of the run's own; the canonical is only read. */
final class CanonicalCopy {

    private final WarmSite site;
    private final Swarm swarm;
    private final Path folder;

    /** Prepares to copy by way of a folder of the run. */
    CanonicalCopy(WarmSite site, Swarm swarm, Path folder) {
        this.site = site;
        this.swarm = swarm;
        this.folder = folder;
    }

    /**
     * What an app can be deployed from.
     *
     * @param version what had made the volumes
     * @param archive the volumes; empty where it has none
     */
    record Source(GoodVersion version, Optional<Path> archive) {}

    /**
     * Reads a canonical, holding the recipe no longer than that takes.
     *
     * @param age 1 for the canonical, 2 for the one before it
     * @return empty where there is no canonical at all
     * @throws UnverifiedException when there is none of that age with its volumes, or the canonical is not idle
     */
    Optional<Source> source(int age) throws InterruptedException {
        return site.held(() -> {
            Optional<Canonical> canonical = site.registry().read(site.place().recipe());
            if (canonical.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(age == 1 ? present(canonical.get()) : earlier(canonical.get(), age));
        });
    }

    private Source present(Canonical canonical) throws InterruptedException {
        site.place().requireOurs();
        if (site.registry().underWay(canonical.recipe()).isPresent()
                || !site.place().running().isNothing()) {
            throw new UnverifiedException("the canonical of " + canonical.recipe() + " is not idle, so a copy"
                    + " of its volumes would be of no moment in its life. At " + site.place() + " there is "
                    + site.place().running() + ". The next promotion of the recipe sets that right");
        }
        GoodVersion current = canonical.current();
        var kept = new KeptVolumes(swarm, site.labels(current), site.image(current));
        return new Source(current, kept.save(site.place().stack(), current.volumes(), folder));
    }

    private Source earlier(Canonical canonical, int age) {
        List<Aged> history = canonical.history();
        Optional<Aged> wanted = age - 2 < history.size() ? Optional.of(history.get(age - 2)) : Optional.empty();
        Registry registry = site.registry();
        Path archive = wanted.flatMap(Aged::snapshot)
                .map(snapshot -> registry.snapshots(canonical.recipe()).resolve(snapshot))
                .orElseThrow(() -> new UnverifiedException("of " + canonical.recipe() + " no canonical:" + age
                        + " is kept. There are: " + ages(canonical)));
        return new Source(wanted.orElseThrow().version(), Optional.of(borrowed(archive)));
    }

    private static String ages(Canonical canonical) {
        var ages = new ArrayList<String>(
                List.of("canonical:1 (" + canonical.current().ref() + ")"));
        int age = 2;
        for (Aged aged : canonical.history()) {
            if (aged.snapshot().isPresent()) {
                ages.add("canonical:" + age + " (" + aged.version().ref() + ")");
            }
            age++;
        }
        return String.join(", ", ages);
    }

    /** Whoever promotes next may remove it from the registry. */
    private Path borrowed(Path archive) {
        try {
            Path copy = Files.createDirectories(folder).resolve(archive.getFileName());
            Files.copy(archive, copy);
            Path checksum = archive.resolveSibling(archive.getFileName() + ".sha256");
            if (Files.exists(checksum)) {
                Files.copy(checksum, folder.resolve(checksum.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("Copying the snapshot " + archive, e);
        }
    }

    /** Puts the copies where the app that had made them will look for them. */
    void fill(Rendered former, Source source) throws InterruptedException {
        if (source.archive().isEmpty()) {
            return;
        }
        var targets = new ArrayList<VolumePart>();
        for (StackVolume kept : source.version().volumes()) {
            StackVolume target = former.plan().stack().volumes().stream()
                    .filter(volume -> volume.key().equals(kept.key()))
                    .findFirst()
                    .orElseThrow(() -> new UnverifiedException("the canonical has the volume '" + kept.key() + "', and "
                            + former.plan().checkout() + ", which has made it, has none of that name"));
            if (target.name().equals(kept.name())) {
                throw new UnverifiedException("the recipe names its volume '" + kept.key() + "' itself (name: "
                        + kept.name() + "), so a copy would be the canonical's own");
            }
            targets.add(VolumePart.copyOf(target.key(), target.name(), kept.name()));
        }
        new KeptVolumes(swarm, former.plan().stack().labels(), site.image(source.version()))
                .bringBack(source.archive().get(), former.plan().stack().name(), targets);
    }
}
