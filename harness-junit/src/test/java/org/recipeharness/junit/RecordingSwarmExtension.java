package org.recipeharness.junit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Puts the swarm of the {@link FixtureRun} in docker's place, tells it which tests run, and hands it to those who ask for it.
 *
 * <p>Registered as a service, for all that a FixtureRun runs: a fixture that could forget it would deploy to a real swarm.
 */
public final class RecordingSwarmExtension extends TypeBasedParameterResolver<RecordingSwarm>
        implements ExecutionCondition,
                TestInstancePreConstructCallback,
                BeforeAllCallback,
                BeforeTestExecutionCallback {

    /** Conditions come before all else, and one of ours may look at the swarm. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        beforeAll(context);
        return ConditionEvaluationResult.enabled("a fixture runs on the swarm in memory");
    }

    /** JUnit makes an instance for all tests of a class before it begins with the class: no fixture may find docker then. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        beforeAll(context);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SwarmSource source = settings -> {
            FixtureRun.swarm().note("open");
            return FixtureRun.opened();
        };
        context.getRoot().getStore(RunStore.NAMESPACE).put(SwarmSource.class, source);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        FixtureRun.swarm()
                .note("test " + context.getRequiredTestClass().getSimpleName() + "."
                        + context.getRequiredTestMethod().getName());
    }

    @Override
    public RecordingSwarm resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return FixtureRun.swarm();
    }
}
