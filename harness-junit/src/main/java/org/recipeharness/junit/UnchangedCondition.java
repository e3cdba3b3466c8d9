package org.recipeharness.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.checkout.Catalogue;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.history.Standing;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.ImageIds;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a recipe out that has not changed since it was tested, where {@code harness.changed-only} asks for that. */
final class UnchangedCondition implements ExecutionCondition, BeforeAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(UnchangedCondition.class);
    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("it is to run");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RunStore.isOwner(context) && standing(context) instanceof Standing.Green green
                ? ConditionEvaluationResult.disabled(green.recalled().told())
                : RUNS;
    }

    /** A red that would only come again is told as that, and nothing is deployed for it. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (RunStore.isOwner(context) && standing(context) instanceof Standing.Red red) {
            throw new StillRedException(red.recalled().told());
        }
    }

    private static Standing standing(ExtensionContext context) {
        return RunStore.perRun(context, Standing.class, testClass -> found(context));
    }

    private static Standing found(ExtensionContext context) {
        Optional<SweepRecorder> sweep = RunStore.sweep(context);
        Settings settings;
        try {
            settings = RunStore.settings(context);
        } catch (ExtensionConfigurationException e) {
            return new Standing.Open("the settings are wrong, which the class tells: " + e.getMessage());
        }
        Optional<SweepRecorder.Candidate> candidate =
                sweep.flatMap(recorder -> recorder.candidate(context.getUniqueId()));
        if (!settings.sweeping().changedOnly() || candidate.isEmpty()) {
            return new Standing.Open("harness.changed-only is not set, or nobody follows the run");
        }
        Standing standing = compared(context, settings, candidate.get());
        if (standing instanceof Standing.Open open) {
            LOG.info("{} is run, as {}", candidate.get().recipe(), open.why());
        } else if (standing instanceof Standing.Green green) {
            sweep.get().recalls(context.getUniqueId(), green.recalled());
        } else if (standing instanceof Standing.Red red) {
            sweep.get().recalls(context.getUniqueId(), red.recalled());
        }
        return standing;
    }

    /** What can't be looked at is run: there it is told in full. */
    private static Standing compared(ExtensionContext context, Settings settings, SweepRecorder.Candidate candidate) {
        if (candidate.newest().isEmpty()) {
            return new Standing.Open("no earlier run of it is known");
        }
        try (Swarm swarm = RunStore.swarm(context, settings)) {
            Optional<String> commit = new Catalogue(settings.catalogue(), settings.cache())
                    .commit(new RecipeName(candidate.recipe()), settings.text(Setting.REF));
            return Standing.of(
                    candidate.newest(), commit, candidate.harness(), then -> new ImageIds(swarm).of(then.keySet()));
        } catch (CheckoutException | SwarmException e) {
            return new Standing.Open("that can't be told: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Standing.Open("it was interrupted");
        }
    }
}
