package org.recipeharness.restore;

import java.time.Duration;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.UnverifiedException;

/** The outcome of the drill {@code rollback}: how an operator whom an upgrade has disappointed gets back. */
public sealed interface Rollback extends Drilled {

    /**
     * Names the way back, and tells what was there.
     *
     * @return from where to where
     */
    Way way();

    @Override
    default Drill drill() {
        return Drill.ROLLBACK;
    }

    /**
     * Which release was gone back to.
     *
     * @param from the head, to which that release was upgraded before
     * @param to the release before
     * @param passedOver the newer releases that could not be deployed before, each with its reason
     * @param seeded the data that was there before the upgrade
     */
    record Way(Checkout from, Checkout to, List<String> passedOver, Seeded seeded) {

        public Way {
            passedOver = List.copyOf(passedOver);
        }

        @Override
        public String toString() {
            return "rollback from " + from.ref() + " to " + to.ref();
        }
    }

    /**
     * The release before was deployed over the head: it is ready, and the data is there.
     *
     * @param way from where to where
     * @param app the app after it
     * @param took how long it took, from the command to the last look at the data
     */
    record Safe(Way way, Installed app, Duration took) implements Rollback {

        @Override
        public String toString() {
            return way + ": safe (" + took.toSeconds() + " s)";
        }
    }

    /**
     * Only a new deployment of the release before and the snapshot that was made before the upgrade bring the app back; what was
     * written since is lost.
     *
     * @param way from where to where
     * @param inPlace why it could not be deployed over the head
     * @param restored what the restore has brought, all of the data
     * @param took how long it took, from the removal of the app to the last look at the data
     */
    record NeedsRestore(Way way, Refusal inPlace, Restored restored, Duration took) implements Rollback {

        @Override
        public Installed app() {
            return restored.app();
        }

        @Override
        public String toString() {
            return way + ": needs a restore (" + took.toSeconds() + " s): in place: " + inPlace.inShort();
        }
    }

    /**
     * Neither of both brings the app back.
     *
     * @param way from where to where
     * @param inPlace why the release before could not be deployed over the head
     * @param byRestore why the snapshot was not restored onto a new deployment of it, or there is none
     */
    record Impossible(Way way, Refusal inPlace, Refusal byRestore) implements Rollback {

        @Override
        public Installed app() {
            throw new UnverifiedException("the " + way + " is impossible, so it leaves no app for this test");
        }

        /**
         * Tells the operator what was tried, what was found, and what to do.
         *
         * @return some lines
         */
        public String message() {
            return "Going back from " + way.from() + " to " + way.to()
                    + ", as after an upgrade that disappoints: there is no"
                    + " way back, expected one of two.\nIn place, deployed over the head: " + inPlace
                    + "\nBy restore, the snapshot made before the upgrade onto a new deployment: " + byRestore
                    + "\nLet the recipe offer a backup that comes back, or say in the release notes of "
                    + way.from().ref() + " that nobody can go back";
        }

        @Override
        public String toString() {
            return way + ": impossible: in place: " + inPlace.inShort() + "; by restore: " + byRestore.inShort();
        }
    }
}
