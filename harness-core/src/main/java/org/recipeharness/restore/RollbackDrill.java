package org.recipeharness.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.backup.BackupException;
import org.recipeharness.backup.BroughtBack;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.DeclaredDatabase;
import org.recipeharness.data.Markers;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.DataLostException;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.upgrade.BaseDeploy;
import org.recipeharness.upgrade.Upgrade;
import org.recipeharness.upgrade.Upgraded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drill {@code rollback}: a base that runs is backed up and upgraded to the head, and then gone back to, in one way or the other. */
public final class RollbackDrill {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackDrill.class);

    private final AppRendering rendering;
    private final Stage stage;
    private final BackupWork backups;
    private final List<DeclaredDatabase> databases;

    public RollbackDrill(AppRendering rendering, Stage stage, BackupWork backups, List<DeclaredDatabase> databases) {
        this.rendering = rendering;
        this.stage = stage;
        this.backups = backups;
        this.databases = databases;
    }

    /**
     * Goes to the head and back.
     *
     * @throws UnverifiedException when it does not come to the head, or only a restore is left of which nothing can be known
     */
    public Rollback perform(BaseDeploy.Deployed former, Checkout head) throws InterruptedException {
        Supplier<Saved> before = saved(former.installed());
        Upgraded upgraded = upgraded(former, head);
        var way = new Rollback.Way(head, former.from(), former.passedOver(), upgraded.seeded());
        Rollback rollback = inPlace(way, former.rendered(), before);
        LOG.info("Found: {}", rollback);
        return rollback;
    }

    /** Where it is safe in place, nobody needs the snapshot: that there is none matters only once it is asked for. */
    private Supplier<Saved> saved(Installed former) throws InterruptedException {
        try {
            Saved saved = backups.save(former);
            return () -> saved;
        } catch (NotApplicableException | BackupException | UnverifiedException e) {
            LOG.info("Without a snapshot of {}: {}", former.app(), e.getMessage());
            return () -> {
                throw e;
            };
        }
    }

    private Upgraded upgraded(BaseDeploy.Deployed former, Checkout head) throws InterruptedException {
        try {
            return new Upgrade(rendering, stage, databases).perform(former, head);
        } catch (RuntimeException e) {
            throw new UnverifiedException(
                    "the upgrade from " + former.from() + " to " + head
                            + " failed, so nothing is known of the way back: "
                            + Refusal.of(e).inShort(),
                    List.of(e));
        }
    }

    private Rollback inPlace(Rollback.Way way, Rendered former, Supplier<Saved> before) throws InterruptedException {
        Instant start = Instant.now();
        try {
            Installed back = stage.over(former);
            DataLostException.requireNone(new Markers(back.app(), databases).lost(way.seeded()), List.of());
            return new Rollback.Safe(way, back, Duration.between(start, Instant.now()));
        } catch (RuntimeException e) {
            return byRestore(way, Refusal.of(e), before);
        }
    }

    private Rollback byRestore(Rollback.Way way, Refusal inPlace, Supplier<Saved> before) throws InterruptedException {
        LOG.info("No {} in place: {}", way, inPlace);
        Instant start = Instant.now();
        try {
            Restored restored = restored(way.to(), before.get());
            return new Rollback.NeedsRestore(way, inPlace, restored, Duration.between(start, Instant.now()));
        } catch (UnverifiedException e) {
            throw new UnverifiedException(
                    "no " + way + " in place: " + inPlace.inShort() + "; and nothing is known of one by restore: "
                            + e.getMessage(),
                    List.of(e));
        } catch (RuntimeException e) {
            return new Rollback.Impossible(way, inPlace, Refusal.of(e));
        }
    }

    private Restored restored(Checkout to, Saved saved) throws InterruptedException {
        Installed onto = stage.fresh(rendering.fresh(to));
        DeployedApp app = onto.app();
        BroughtBack done = backups.bring(onto, saved);
        Restored restored = backups.look(stage.again(app), saved, done);
        DataLostException.requireNone(restored.lost(), restored.diagnosis());
        return restored;
    }
}
