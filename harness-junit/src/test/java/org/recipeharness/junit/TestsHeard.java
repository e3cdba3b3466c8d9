package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notes the tests of a run as they end, by the names that a report shows. */
final class TestsHeard implements TestExecutionListener {

    private final List<String> ended = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest()) {
            ended.add(identifier.getDisplayName() + " - " + result.getStatus());
        }
        result.getThrowable().ifPresent(failures::add);
    }

    synchronized List<String> ended() {
        return List.copyOf(ended);
    }

    synchronized List<Throwable> failures() {
        return List.copyOf(failures);
    }
}
