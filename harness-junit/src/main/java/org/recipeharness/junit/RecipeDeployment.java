package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.deployment.SecretsChoice;

/**
 * Deploys a recipe's app onto the swarm for the tests of a class, and removes it behind them.
 *
 * <p>Each tier is a {@code @Nested} class that extends {@link LookTier}, {@link InstallTier}, {@link UpgradeTier}, {@link BackupTier},
 * {@link RestoreTier}, {@link CustomTier}, {@link DrillTier}, {@link ReattachTier} or {@link PromoteTier}. Generic checks come with the
 * tier; methods of one's own add to them:
 *
 * <pre>{@code
 * @RecipeDeployment(value = "mumble", ready = @Ready(tcp = 64738, budget = "36x5s"))
 * class MumbleTest {
 *
 *     @Nested class Install extends InstallTier {}
 *
 *     @Nested class Upgrade extends UpgradeTier {}
 *
 *     @Nested class Backup extends BackupTier {}
 *
 *     @Nested class Restore extends RestoreTier {}
 *
 *     @Nested class Custom extends CustomTier {
 *         @Test
 *         void keepsItsDatabase(DeployedApp app) throws InterruptedException {
 *             assertThat(app.exec().run("test", "-s", "/data/murmur.sqlite")).succeeded();
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>What happens, and when:
 *
 * <ul>
 *   <li>Before the class: annotation and settings are validated as a whole, and the services that the class names are looked up in
 *       the rendered head. Nothing is deployed if anything is wrong with them.
 *   <li>Before the first test of a tier: what the tier asserts is performed, once for the class. Look reads the head's files and
 *       compares them with those of the release before; nothing is deployed for it, and no swarm is needed. Install deploys the head as a new
 *       app: checked out, rendered, deployed, waited for and compared with what was sent. Upgrade deploys an older release in its
 *       place, seeds its databases and volumes, and deploys the head over it. Backup
 *       seeds these anew, runs the hooks of the labels that the services carry, keeps the volumes as they say, and opens the
 *       snapshot to look for what was seeded. Restore takes the seeds away and brings the snapshot back in place. Drill restores it
 *       onto a new deployment, or goes back to the release before an upgrade. Reattach deploys an older release, removes it without
 *       its volumes, and deploys the head onto these. Promote makes the head the recipe's canonical, where all that was green. The
 *       tiers behind take the app as the upgrade left it; a new one,
 *       where an upgrade or a restore failed; that of install, where there is no upgrade. If an operation fails, the first test that needs it fails with
 *       the cause; all others fail as <em>unverified</em>, naming that cause. Tiers run in the order of a recipe's life, whatever
 *       their order in the file; a single one, started from an IDE, performs what it needs first.
 *   <li>After each test: if a task of the app has ended unasked meanwhile, the test fails, also one that would have passed.
 *   <li>When a test or a lifecycle method fails: logs, task history, the sent stack, the commit and what was found in the recipe's
 *       files are attached to it, with secrets masked; a finding that may be the reason stands beside the failure, suppressed.
 *   <li>After the class: the app is removed and that is verified; what is left fails the class. {@code harness.keep} keeps it.
 * </ul>
 *
 * <p>Its tests carry JUnit's tag {@code recipe}, so that {@code -Dgroups=recipe} is a sweep and nothing else.
 *
 * <p>With {@code -Dharness.parallel=N}, up to N classes run side by side, each in a thread of its own, and two of one recipe one
 * after the other; what is nested in a class keeps its order. Classes without this annotation run in one more thread beside them, as
 * far as N allows, one after the other: one that needs the swarm for itself says {@link org.junit.jupiter.api.parallel.Isolated}.
 *
 * <p>Test methods, constructors and lifecycle methods may take a {@link org.recipeharness.app.DeployedApp}, an
 * {@link org.recipeharness.deployment.Installed}, an {@link org.recipeharness.upgrade.Upgraded},
 * a {@link org.recipeharness.restore.Saved}, a {@link org.recipeharness.restore.Restored},
 * a {@link org.recipeharness.restore.Drilled}, a {@link org.recipeharness.upgrade.Reattached},
 * the {@link org.recipeharness.deployment.Findings} in the recipe's files, a {@link org.recipeharness.checkout.Checkout}, and a
 * {@link org.recipeharness.app.ServiceExec} of the main service or, with {@link InService}, of another one.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("recipe")
@ExtendWith({UnchangedCondition.class, RecipeDeploymentExtension.class})
@TestClassOrder(TierOrder.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = RecipeLocks.class)
public @interface RecipeDeployment {

    /**
     * Names the recipe as the catalogue does.
     *
     * @return such as {@code mattermost-lts}; empty for the recipe that {@code -Drecipe} names and no other class tests. With
     *     {@link org.junit.jupiter.api.ClassTemplate} beside it, such a class is also run once for each recipe of
     *     {@code harness.recipes} that no other class tests
     */
    String value() default "";

    /**
     * Names the service that is meant where a test names none.
     *
     * @return its name within the stack; several, where a recipe has renamed it: of these, the first that a version has
     */
    String[] mainService() default "app";

    /**
     * Sets variables in the app's environment, as an operator would in its {@code .env}. It is told with the run, as it is not
     * what the recipe ships.
     *
     * @return {@code NAME=value} each
     */
    String[] settings() default {};

    /**
     * Sets further variables in the app's environment at an upgrade, as an operator does whom the release notes ask to. An app keeps
     * the variables of the version that it was made with; what the head's {@code .env.sample} adds, it has not.
     *
     * @return {@code NAME=value} each
     */
    String[] upgradeSettings() default {};

    /**
     * Merges compose files of the test suite behind the recipe's own. It is told with the run, as it is not what the recipe ships.
     *
     * @return resources beside the test class, such as {@code mumble.overlay.yml}; of the recipe's compose version, as docker merges
     *     files of one version only
     */
    String[] overlays() default {};

    /**
     * Declares what the app must answer before it counts as installed.
     *
     * @return probes, waited for in this order; without any, each TCP port that the app publishes must be served, and an app that
     *     publishes none stays unverified
     */
    Ready[] ready() default {};

    /**
     * Names PostgreSQL databases that markers are put into, where the containers do not tell them.
     *
     * @return what is meant of each service; a service that is not named has its database found
     */
    PostgresMarker[] postgres() default {};

    /**
     * Says with which secrets the head comes to the volumes of an older release in the {@link ReattachTier}, and to those of the
     * canonical in the {@link PromoteTier}.
     *
     * @return those that the volumes were made with, unless it is declared otherwise
     */
    SecretsChoice reattachSecrets() default SecretsChoice.KEPT;

    /**
     * Says what the app must answer at its warm domain in the {@link PromoteTier}, over HTTPS, beside what {@link #ready()} asks; and
     * promotion's budget, which holds for each of these there. It is overridden by {@code -Dharness.budget.warm=30x2s}.
     *
     * @return {@code http}, a path at the app's domain, or {@code by}, a probe that asks there; the first page, unless it is declared
     *     otherwise
     */
    Ready warm() default @Ready(http = "/", budget = "30x2s");

    /**
     * Declares which tiers can't apply to the recipe, and why; they are reported so, neither red nor passed over in silence.
     *
     * @return none unless it is declared otherwise; {@code install} and {@code custom} always apply
     */
    NotApplicable[] notApplicable() default {};
}
