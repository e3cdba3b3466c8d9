package org.recipeharness.restore;

import java.nio.file.Path;
import org.recipeharness.backup.ArchiveEngine;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.backup.ResticEngine;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;

/** The backup engine that the settings name. */
public final class EngineChoice {

    private EngineChoice() {}

    public static BackupEngine of(Settings settings, Swarm swarm, Path archives) {
        return switch (settings.backupBy()) {
            case ARCHIVE -> new ArchiveEngine(swarm, archives);
            case RESTIC -> new ResticEngine(swarm, settings.resticImage());
        };
    }
}
