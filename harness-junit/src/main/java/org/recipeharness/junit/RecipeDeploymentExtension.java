package org.recipeharness.junit;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.run.RecipeRun;

/** Performs what {@link RecipeDeployment} promises. */
final class RecipeDeploymentExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                ClassTemplateInvocationContextProvider,
                BeforeClassTemplateInvocationCallback,
                AfterClassTemplateInvocationCallback,
                TestInstancePreConstructCallback,
                InvocationInterceptor,
                BeforeEachCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver {

    // The swarm needs a moment to notice a dead container; only a test that failed anyway waits for it.
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(2);

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        if (!RunStore.isWithoutRun(context)) {
            RunStore.run(context);
            if (RunStore.isOwner(context)) {
                HeadCheck.require(context);
            }
        }
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return ListedRecipes.isTemplate(context.getRequiredTestClass());
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return ListedRecipes.invocations(context);
    }

    /** All of them may have classes of their own. */
    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) throws InterruptedException {
        if (ListedRecipes.invoked(context).isPresent()) {
            RunStore.run(context);
            HeadCheck.require(context);
        }
    }

    /** Deploys for a constructor that asks for the app, so that a failure is told as itself and not as a missing parameter. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context)
            throws InterruptedException {
        // For others it is too early: JUnit makes the instance before it knows whether the test is disabled.
        if (Arrays.stream(instance.getTestClass().getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                .anyMatch(RunParameter::isType)) {
            perform(context);
        }
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        perform(context);
    }

    private static void perform(ExtensionContext context) throws InterruptedException {
        RecipeRun run = RunStore.run(context);
        try {
            for (String change : TestScope.of(context)) {
                run.containing(change);
            }
            new TierWork(context).prepare();
        } catch (NotApplicableException e) {
            throw new NotApplicableAbort(String.valueOf(e.getMessage()), e);
        } catch (UnverifiedException e) {
            // The evidence is with the test that met the failure first; a page tells of both.
            run.noteFailure();
            RedPages.of(context).write(context, run, e, List.of());
            throw e;
        } catch (RuntimeException e) {
            FailureEvidence.attach(context, run, e);
            throw e;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RecipeRun run = RunStore.run(context);
        if (context.getExecutionException()
                .filter(failure -> !isAbortion(failure))
                .isPresent()) {
            // Failures outside test and lifecycle methods, such as in another extension, decide on what is kept, too.
            run.noteFailure();
            return;
        }
        try {
            List<String> losses = run.losses().map(TaskLosses::next).orElse(List.of());
            if (!losses.isEmpty()) {
                throw new AppLostException(losses, null);
            }
        } catch (RuntimeException e) {
            FailureEvidence.attach(context, run, e);
            throw e;
        }
        boolean applied = context.getExecutionException().isEmpty();
        TierWork.tier(context).ifPresent(tier -> ColdRun.of(context).noteEnd(tier, applied));
        if (applied) {
            RedPages.of(context).discard(context, run);
        }
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        afterAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getExecutionException().isEmpty() && !RunStore.isWithoutRun(context)) {
            RedPages.of(context).discard(context, RunStore.run(context));
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (Throwable failure) {
            throw explained(context, failure);
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
    private static Throwable explained(ExtensionContext context, Throwable failure) {
        if (isAbortion(failure) || RunStore.isWithoutRun(context)) {
            return failure;
        }
        RecipeRun run = RunStore.run(context);
        List<String> lost = lost(run, failure);
        Throwable explained = lost.isEmpty() ? failure : new AppLostException(lost, failure);
        FailureEvidence.attach(context, run, explained);
        return explained;
    }

    /** Finds out what was lost; an error on the way is suppressed onto the failure, never in its place. */
    private static List<String> lost(RecipeRun run, Throwable failure) {
        try {
            Optional<TaskLosses> losses = run.losses();
            return losses.isPresent() ? losses.get().await(UNTIL_NOTICED) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return List.of();
    }

    /** An assumption that does not hold: the test did not take place, and nothing failed. */
    private static boolean isAbortion(Throwable failure) {
        return failure instanceof TestAbortedException;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RunParameter.of(parameter).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return RunParameter.of(parameter).orElseThrow().value(context);
    }
}
