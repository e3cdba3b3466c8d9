package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.deployment.HeadNames;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Tier;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;

/**
 * Checks the names that a test class and the settings have for services and probes against the rendered head, before anything is
 * deployed. Whoever names none has nothing rendered for it.
 */
final class HeadCheck {

    private final ExtensionContext owner;
    private final RecipeRun run;

    private HeadCheck(ExtensionContext owner) {
        this.owner = owner;
        this.run = RunStore.run(owner);
    }

    /**
     * Require that the head has all that is named.
     *
     * @throws ExtensionConfigurationException with all that it has not
     */
    static void require(ExtensionContext owner) throws InterruptedException {
        new HeadCheck(owner).require();
    }

    private void require() throws InterruptedException {
        Optional<Tier> chosen = RunStore.settings(owner).text(Setting.TIER).map(Tier::of);
        List<NamedService> named = NamedService.in(owner.getRequiredTestClass(), chosen);
        // Without the launcher it is not known what else the run has, so budgets are not judged.
        Optional<SweepRecorder> budgets =
                RunStore.sweep(owner).filter(sweep -> sweep.needsProbesOf(owner.getUniqueId()));
        if (named.isEmpty() && budgets.isEmpty()) {
            return;
        }
        Optional<HeadNames> head = run.headNames();
        if (head.isEmpty()) {
            return;
        }
        requireServices(named, head.get().services());
        budgets.ifPresent(sweep -> head.get().probes().ifPresent(names -> sweep.probesOf(owner.getUniqueId(), names)));
    }

    private void requireServices(List<NamedService> named, Set<String> services) throws InterruptedException {
        var problems = new ArrayList<String>();
        for (NamedService each : named) {
            if (!services.contains(each.service()) && isAbout(each)) {
                problems.add(each.place() + ": the recipe " + run.recipe() + " has no service '" + each.service()
                        + "'. Its services: " + String.join(", ", services));
            }
        }
        if (!problems.isEmpty()) {
            throw new ExtensionConfigurationException("@RecipeDeployment of "
                    + owner.getRequiredTestClass().getName() + ": " + String.join("\n", problems));
        }
    }

    /** A test that does not apply to the head may name what only the change has; one that is stale fails by itself. */
    private boolean isAbout(NamedService named) throws InterruptedException {
        try {
            for (String change : named.changes()) {
                run.containing(change);
            }
            return true;
        } catch (NotApplicableException | CheckoutException e) {
            return false;
        }
    }
}
