package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.canonical.Versions.GITEA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.files.FolderLock;
import org.recipeharness.files.HeldException;
import org.recipeharness.recipe.RecipeName;

@Timeout(60)
class RegistryTest {

    private final Path folder;
    private final Registry registry;

    RegistryTest(@TempDir Path temporary) {
        folder = temporary.resolve("data/canonicals");
        registry = new Registry(folder);
    }

    @Test
    void knowsNothingBeforeAnythingIsWritten() {
        assertThat(registry.read(GITEA)).isEmpty();
        assertThat(registry.underWay(GITEA)).isEmpty();
        assertThat(registry.recipes()).isEmpty();
        registry.end(GITEA);
        registry.prune(Versions.canonical("2.0.0+2.0"));
        assertThat(folder).doesNotExist();
    }

    @Test
    void givesBackWhatWasWritten() {
        registry.write(Versions.canonical("2.0.0+2.0"));
        assertThat(new Registry(folder).read(GITEA)).contains(Versions.canonical("2.0.0+2.0"));

        registry.write(Versions.canonical("3.0.0+3.0"));
        assertThat(registry.read(GITEA)).contains(Versions.canonical("3.0.0+3.0"));
    }

    @Test
    void keepsTheJournalUntilTheAdvanceIsEnded() {
        registry.begin(Versions.advance(Optional.empty()));
        assertThat(registry.underWay(GITEA)).contains(Versions.advance(Optional.empty()));

        registry.begin(Versions.advance(Optional.of("second.tar.gz")));
        assertThat(registry.underWay(GITEA)).contains(Versions.advance(Optional.of("second.tar.gz")));

        registry.end(GITEA);
        assertThat(registry.underWay(GITEA)).isEmpty();
        assertThat(registry.read(GITEA)).isEmpty();
    }

    @Test
    void doesItsWorkInAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();

        registry.begin(Versions.advance(Optional.empty()));
        registry.write(Versions.canonical("2.0.0+2.0"));
        Optional<Canonical> read = registry.read(GITEA);
        registry.end(GITEA);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).isPresent();
        assertThat(registry.underWay(GITEA)).isEmpty();
    }

    @Test
    void takesNoHalfWrittenFileForARecordAndRemovesItWithTheNextOne() throws IOException {
        registry.write(Versions.canonical("2.0.0+2.0"));
        byte[] whole = Files.readAllBytes(folder.resolve("gitea/canonical.json"));
        Path killed = Files.write(folder.resolve("gitea/.canonical.json.17.unfinished"), new byte[] {whole[0]});

        assertThat(registry.read(GITEA)).contains(Versions.canonical("2.0.0+2.0"));
        registry.write(Versions.canonical("3.0.0+3.0"));

        assertThat(killed).doesNotExist();
    }

    @Test
    void holdsARecipeForOneAtATimeAndNamesIt() throws Exception {
        try (FolderLock held = registry.hold(GITEA, "run 1", Duration.ZERO)) {
            assertThat(held.folder()).isEqualTo(folder.resolve("gitea"));
            assertThatThrownBy(() -> registry.hold(GITEA, "run 2", Duration.ZERO))
                    .isInstanceOf(HeldException.class)
                    .hasMessageStartingWith("Waiting for the canonical of gitea in ")
                    .hasMessageContaining("held by run 1 (process ");
            registry.hold(new RecipeName("mumble"), "run 2", Duration.ZERO).close();
        }
        registry.hold(GITEA, "run 2", Duration.ZERO).close();
        assertThat(registry.recipes()).isEmpty();
    }

    @Test
    void listsRecipesThatHaveACanonicalOrAreAboutToHaveOne() throws IOException {
        registry.begin(Versions.advance(Optional.empty()));
        registry.write(Canonical.first(new RecipeName("bluesky-pds"), Versions.good("1.0.0+1.0")));
        registry.snapshots(new RecipeName("mumble"));
        Files.createDirectories(folder.resolve(".trash"));

        assertThat(registry.recipes()).containsExactly(new RecipeName("bluesky-pds"), GITEA);
    }

    @Test
    void removesArchivesThatNoRecordNames() throws IOException {
        Canonical canonical = Versions.canonical("2.0.0+2.0");
        registry.write(canonical);
        files("first.tar.gz", "first.tar.gz.sha256", "old.tar.gz", "old.tar.gz.sha256", "third.tar.gz.partial");
        files("gone.tar.gz.sha256", "second.tar.gz", "second.tar.gz.sha256", "README");

        registry.begin(Versions.advance(Optional.of("second.tar.gz")));
        registry.prune(canonical);
        assertThat(registry.snapshots(GITEA).toFile().list())
                .containsExactlyInAnyOrder(
                        "first.tar.gz", "first.tar.gz.sha256", "second.tar.gz", "second.tar.gz.sha256", "README");

        registry.end(GITEA);
        registry.prune(canonical);
        assertThat(registry.snapshots(GITEA).toFile().list())
                .containsExactlyInAnyOrder("first.tar.gz", "first.tar.gz.sha256", "README");

        registry.write(canonical.keeping(1));
        registry.prune(canonical.keeping(1));
        assertThat(registry.snapshots(GITEA).toFile().list()).containsExactly("README");
    }

    @Test
    void removesNoArchiveThatTheRecordOnDiskNames() throws IOException {
        registry.write(Versions.canonical("2.0.0+2.0"));
        files("first.tar.gz");

        registry.prune(Versions.canonical("2.0.0+2.0").keeping(0));

        assertThat(registry.snapshots(GITEA).resolve("first.tar.gz")).exists();
    }

    @Test
    void removesNothingWhileAnAdvanceMayBeMakingIt() throws IOException {
        registry.begin(Versions.advance(Optional.empty()));
        files("second.tar.gz.partial", "old.tar.gz");

        registry.prune(Versions.canonical("2.0.0+2.0"));

        assertThat(registry.snapshots(GITEA).toFile().list())
                .containsExactlyInAnyOrder("second.tar.gz.partial", "old.tar.gz");
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(registry.snapshots(GITEA).resolve(name), name);
        }
    }
}
