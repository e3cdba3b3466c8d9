package org.recipeharness.junit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.tier.RecipeRun;
import org.recipeharness.tier.UnverifiedException;

/** Performs what {@link RecipeDeployment} promises. */
final class RecipeDeploymentExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver {

    // The swarm needs a moment to notice a dead container; only a test that failed anyway waits for it.
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(2);

    @Override
    public void beforeAll(ExtensionContext context) {
        RunStore.run(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        RecipeRun run = RunStore.run(context);
        try {
            run.install();
        } catch (UnverifiedException e) {
            // The evidence is with the test that met the failure first.
            run.noteFailure();
            throw e;
        } catch (RuntimeException e) {
            FailureEvidence.attach(context, run, e);
            throw e;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RecipeRun run = RunStore.run(context);
        if (context.getExecutionException().isPresent()) {
            // Failures outside test and lifecycle methods, such as in another extension, decide on what is kept, too.
            run.noteFailure();
            return;
        }
        List<String> losses = run.losses().map(TaskLosses::next).orElse(List.of());
        if (!losses.isEmpty()) {
            var lost = new AppLostException(losses, null);
            FailureEvidence.attach(context, run, lost);
            throw lost;
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    /** Says that the app died, where that is what the failure comes from; and attaches the evidence. */
    private static Throwable explained(ExtensionContext context, Throwable failure) throws InterruptedException {
        RecipeRun run = RunStore.run(context);
        Optional<TaskLosses> losses = run.losses();
        List<String> lost = losses.isPresent() ? losses.get().await(UNTIL_NOTICED) : List.of();
        Throwable explained = lost.isEmpty() ? failure : new AppLostException(lost, failure);
        FailureEvidence.attach(context, run, explained);
        return explained;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RunParameter.of(parameter).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return RunParameter.of(parameter).orElseThrow().value(RunStore.run(context));
    }
}
