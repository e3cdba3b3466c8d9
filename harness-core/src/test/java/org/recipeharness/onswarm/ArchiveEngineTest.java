package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.backup.ArchiveEngine;
import org.recipeharness.backup.ArchiveSnapshot;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.backup.Snapshot;

@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class ArchiveEngineTest extends BackupEngineContract {

    private final Path folder;

    ArchiveEngineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    BackupEngine engine(TestStack stack) {
        return new ArchiveEngine(stack.swarm(), folder);
    }

    @Override
    long bytes() {
        return 3_000_000L + "dumped\numlaut\nlong\n".length();
    }

    @Override
    Snapshot reopened(TestStack stack, Snapshot snapshot) throws InterruptedException {
        return ArchiveSnapshot.open(stack.swarm(), folder.resolve(snapshot.id()));
    }

    @AfterEach
    void nothingLooksLikeASnapshotAndIsNone() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.partial")) {
            assertThat(files).isEmpty();
        }
    }
}
