package org.recipeharness.run;

import org.recipeharness.app.AppPlan;
import org.recipeharness.app.Undeploy;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.Stage;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a run: what it has made goes, or stays for somebody to look at, who is told how to remove it. */
record RunEnd(RunId run, Stage stage, WorkDirectory directory) {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnd.class);

    /** Ends it; the swarm and the backups are closed, whatever happens. */
    void end(Swarm swarm, BackupEngine backups, boolean kept) {
        try (swarm;
                var hold = stage.hold()) {
            endWhatWasSent(backups, kept);
            hold.finished();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwarmException(
                    "Removing what run " + run + " has deployed: interrupted; look for what is left"
                            + " with: docker service ls --filter label=org.recipeharness.run=" + run,
                    e);
        } finally {
            stage.leave();
        }
    }

    private void endWhatWasSent(BackupEngine backups, boolean kept) throws InterruptedException {
        try (directory;
                backups) {
            if (kept) {
                directory.keep();
                tellWhatIsKept(stage.sent().orElseThrow().plan());
                stage.neighbour()
                        .ifPresent(
                                name -> LOG.warn("Kept with it: its neighbour. Remove it: {}", Undeploy.byHand(name)));
                stage.load().lift();
            } else {
                stage.end();
            }
        }
    }

    private static void tellWhatIsKept(AppPlan app) {
        LOG.warn(
                "Kept for you to look at: stack {} at {}. Remove it: {}. Find its volumes:"
                        + " docker volume ls --filter label=com.docker.stack.namespace={}",
                app.stack().name(),
                app.domain(),
                Undeploy.byHand(app.stack().name()),
                app.stack().name());
    }
}
