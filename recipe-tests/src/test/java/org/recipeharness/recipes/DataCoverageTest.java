package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Whether a restore that brings every marker back proves the backup depends on where the app keeps its data. */
@Tag("swarm")
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@ResourceLock(providers = AloneOnTheNode.class)
class DataCoverageTest {

    private static final String SAVED = "backupbot.backup=true";

    private static final List<String> BOTH = List.of("volume 'content'", "volume 'cache'");

    private final Path folder;

    DataCoverageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void dataOnASavedVolumeIsProved() throws Exception {
        assertThat(restored("/srv/notes", SAVED)).isEqualTo(new DataCoverage(BOTH, List.of(), List.of(), true));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void dataInAFolderOutsideOfEveryVolumeIsNot() throws Exception {
        String outside = "files of service 'app' outside of every volume, lost with its container: /srv/notes/first";

        assertThat(restored("/srv/wrong", SAVED))
                .isEqualTo(new DataCoverage(BOTH, List.of(outside), List.of(outside), false));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void dataOnAVolumeThatALabelExcludesIsNot() throws Exception {
        DataCoverage coverage = restored("/srv/notes", SAVED, "backupbot.backup.volumes.cache=false");

        assertThat(coverage.restored()).containsExactly("volume 'content'");
        assertThat(coverage.notCovered()).isEmpty();
        assertThat(coverage.notSaved())
                .singleElement()
                .asString()
                .startsWith("volume 'cache' is not saved: backupbot.backup.volumes.cache=false (compose.yml:")
                .endsWith("; 1 file left out, such as thumbnail");
        assertThat(coverage.complete()).isFalse();
    }

    private DataCoverage restored(String target, String... labels) throws IOException, InterruptedException {
        Settings settings = RunAside.of("notes", Optional.empty())
                .with(
                        Setting.CATALOGUE,
                        NotesCatalogue.in(folder, target, labels).toString())
                .with(Setting.CACHE, folder.resolve("cache").toString())
                .settings();
        var plan = new RunPlan(new RecipeName("notes"), RunPlan.MAIN_SERVICE, Drift.none(), List.of());
        try (var run = new RecipeRun(plan, settings, new DockerSwarm(settings.ipvs()))) {
            assertThat(run.restore().lost()).isEmpty();
            return run.tested().coverage();
        }
    }
}
