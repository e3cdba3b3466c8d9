package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.recipes.pinboard.PinboardRun;
import org.recipeharness.recipes.pinboard.SideBySide;

/** What the first line says of a recipe that does not come up, long before the deploy's own limit of 600 s. */
@ResourceLock(providers = AloneOnTheNode.class)
class PinboardInstallFailureTest {

    @SideBySide
    void aCrashLoopIsToldWithWhatTheAppSaidLast() throws Exception {
        assertThat(failureOf("crash-loop", DeployFailure.CRASH_LOOP))
                .matches("(?s)Service 'app' of stack \\S+ crash-loops: \\d of its tasks have failed, the latest one:"
                        + " task \\w+ failed with exit code 1: [^\n]+\nThe last lines of its log:\n.*")
                .contains("pinboard 1.2.0: /etc/pinboard/settings.json has no \"title\"");
    }

    @SideBySide
    void aHealthCheckThatNeverPassesIsToldAlsoOfAServerThatThenEndsWell() throws Exception {
        assertThat(failureOf("wrong-healthcheck", DeployFailure.UNHEALTHY))
                .matches(
                        "(?s)Deploying the stack \\S+: the service 'app' has ended, and its restart policy does not start"
                                + " it again. app 0/1 running, latest: task \\w+ complete. It was unhealthy, its health check's"
                                + " last run: exit code 1, pinboard 1.2.0: GET /healthz is answered with 'HTTP/1.1 404 Not"
                                + " Found', expected 200\nThe last lines of its log:\n.*")
                .contains("pinboard 1.2.0 listens on port 8080");
    }

    /** The lab's own registry answers nobody, so that nobody can be blamed; that needs three attempts. */
    @SideBySide
    void anImageThatIsGoneIsNamedAndNobodyIsBlamedWhereTheRegistryIsSilent() throws Exception {
        assertThat(failureOf("0.3.0+1.1.5", DeployFailure.REGISTRY_UNREACHABLE))
                .matches(
                        "(?s)Deploying the stack \\S+: the image lab.invalid/pinboard:1.1.5 of service '(app|worker)' can't"
                                + " be had: No such image: lab.invalid/pinboard:1.1.5. The registry could not be asked, so this"
                                + " says nothing about the recipe\n.*");
    }

    private static String failureOf(String ref, DeployFailure expected) throws IOException {
        try (var run = PinboardRun.at(Optional.of(ref))) {
            Throwable failure = catchThrowable(run::install);
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            DeployFailedException.class,
                            failed -> assertThat(failed.failure()).isEqualTo(expected));
            return String.valueOf(failure.getMessage());
        }
    }
}
