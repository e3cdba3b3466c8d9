package org.recipeharness.canonical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.files.DurableFile;
import org.recipeharness.files.FolderLock;
import org.recipeharness.files.HeldException;
import org.recipeharness.recipe.RecipeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of all canonicals, a folder a recipe. A crash at any moment leaves each record as it was or as it was to be; a
 * record that says anything else is an error, and stays as it is. Who changes one holds the recipe.
 */
public final class Registry {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private final Path folder;

    /**
     * Opens the registry.
     *
     * @param folder where it lies; made when something is written
     */
    public Registry(Path folder) {
        this.folder = folder;
    }

    /**
     * Holds a recipe's canonical against all other runs.
     *
     * @param recipe which
     * @param owner who wants to hold it, which others that wait are told
     * @param limit how long to wait
     * @return the lock, held until it is closed
     * @throws HeldException when the limit has passed
     * @throws InterruptedException when the thread is interrupted
     */
    public FolderLock hold(RecipeName recipe, String owner, Duration limit) throws InterruptedException {
        try {
            return FolderLock.acquire(DurableFile.folder(of(recipe)), "the canonical of " + recipe, owner, limit);
        } catch (IOException e) {
            throw RecordFile.failed("Holding the canonical of " + recipe, e);
        }
    }

    /**
     * Looks a recipe's canonical up.
     *
     * @param recipe which
     * @return the canonical; empty where none was promoted yet
     * @throws DamagedRecordException when the file says something else than the harness has written
     */
    public Optional<Canonical> read(RecipeName recipe) {
        return canonicalFile(recipe).read();
    }

    /**
     * Records a canonical, in the place of the one before.
     *
     * @param canonical which
     * @throws DamagedRecordException when the file that is there says something else than the harness has written
     */
    public void write(Canonical canonical) {
        canonicalFile(canonical.recipe()).write(CanonicalForm.write(canonical));
    }

    /**
     * Looks up whether a recipe's canonical is being advanced, or was when a run was killed.
     *
     * @param recipe which
     * @return the advance; empty where none was begun, or the last one was ended
     * @throws DamagedRecordException when the file says something else than the harness has written
     */
    public Optional<Advance> underWay(RecipeName recipe) {
        return advanceFile(recipe).read();
    }

    /**
     * Records that a canonical is about to be advanced, or more of what is known of that.
     *
     * @param advance what is under way
     * @throws DamagedRecordException when the file that is there says something else than the harness has written
     */
    public void begin(Advance advance) {
        advanceFile(advance.recipe()).write(AdvanceForm.write(advance));
    }

    /**
     * Records that nothing is under way any more.
     *
     * @param recipe whose canonical was advanced, or is back at what it was
     * @throws DamagedRecordException when the file that is there says something else than the harness has written
     */
    public void end(RecipeName recipe) {
        advanceFile(recipe).remove();
    }

    /**
     * Forgets a recipe's canonical; archives of it go with the next {@link #prune}.
     *
     * @param recipe which
     * @throws DamagedRecordException when the file that is there says something else than the harness has written
     */
    public void forget(RecipeName recipe) {
        canonicalFile(recipe).remove();
    }

    /**
     * Tells where it lies.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * Gives the folder for the archives of a recipe's earlier canonicals.
     *
     * @param recipe which
     * @return the folder, which is there
     */
    public Path snapshots(RecipeName recipe) {
        try {
            return DurableFile.folder(snapshotFolder(recipe));
        } catch (IOException e) {
            throw RecordFile.failed("Making " + snapshotFolder(recipe), e);
        }
    }

    /**
     * Removes the archives that neither the canonical, nor the one that is recorded, nor an advance under way names. While an advance
     * is under way that names none yet, any of them may be its own, and all stay.
     *
     * @param canonical what the archives belong to
     * @throws DamagedRecordException when a record does not tell what it names
     */
    public void prune(Canonical canonical) {
        RecipeName recipe = canonical.recipe();
        Optional<Advance> advance = underWay(recipe);
        if (advance.isPresent() && advance.get().snapshot().isEmpty()) {
            LOG.info(
                    "Removed no archives of {}: run {} is about to make one",
                    recipe,
                    advance.get().run());
            return;
        }
        var named = new HashSet<>(named(canonical));
        read(recipe).map(Registry::named).ifPresent(named::addAll);
        advance.flatMap(Advance::snapshot).ifPresent(named::add);
        try {
            new SnapshotFolder(snapshotFolder(recipe)).keepOnly(named);
        } catch (IOException e) {
            throw RecordFile.failed("Removing archives from " + snapshotFolder(recipe), e);
        }
    }

    /**
     * Lists what is known.
     *
     * @return the recipes that have a canonical, or the first of which is under way; by name
     */
    public List<RecipeName> recipes() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.getFileName().toString())
                    .filter(RecipeName::isOne)
                    .sorted()
                    .map(RecipeName::new)
                    .filter(recipe -> Files.exists(canonicalFile(recipe).path())
                            || Files.exists(advanceFile(recipe).path()))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw RecordFile.failed("Listing the canonicals in " + folder, e);
        }
    }

    private static Set<String> named(Canonical canonical) {
        var names = new HashSet<String>();
        canonical.history().forEach(aged -> aged.snapshot().ifPresent(names::add));
        return names;
    }

    private Path of(RecipeName recipe) {
        return folder.resolve(recipe.text());
    }

    private Path snapshotFolder(RecipeName recipe) {
        return of(recipe).resolve("snapshots");
    }

    private RecordFile<Canonical> canonicalFile(RecipeName recipe) {
        return new RecordFile<>(of(recipe), "canonical.json", recipe, CanonicalForm::read, Canonical::recipe);
    }

    private RecordFile<Advance> advanceFile(RecipeName recipe) {
        return new RecordFile<>(of(recipe), "advance.json", recipe, AdvanceForm::read, Advance::recipe);
    }
}
