package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever in a class a failure comes from, its evidence is attached, and it decides on what is kept. */
class FailureTest {

    private final Path folder;

    FailureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> whereAFailureCanComeFrom() {
        return Stream.of(
                arguments(FailingTestCases.InTestMethod.class, "InTestMethod.breaks"),
                arguments(FailingTestCases.InBeforeEach.class, "InBeforeEach.aGoodTest"),
                arguments(FailingTestCases.InAfterEach.class, "InAfterEach.aGoodTest"),
                arguments(FailingTestCases.InBeforeAll.class, "InBeforeAll"),
                arguments(FailingTestCases.InAfterAll.class, "InAfterAll"),
                arguments(FailingTestCases.InConstructor.class, "InConstructor.aGoodTest"),
                arguments(FailingTestCases.InConstructorOfATier.class, "Custom.isNeverReached"));
    }

    @ParameterizedTest
    @MethodSource("whereAFailureCanComeFrom")
    void aFailureIsShownWithItsEvidenceAndKeepsTheApp(Class<?> fixture, String failing) {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.keep", "on-failure").of(fixture);

        assertThat(outcome.failures()).containsOnlyKeys(failing);
        assertThat(outcome.failure(failing)).hasMessage("as it should not be");
        assertThat(outcome.attached())
                .containsOnlyKeys(
                        failing + ": findings.txt",
                        failing + ": run.txt",
                        failing + ": tasks.txt",
                        failing + ": images.txt",
                        failing + ": stack.yml",
                        failing + ": log-app.txt",
                        failing + ": log-db.txt");
        assertThat(outcome.story())
                .contains("deploy " + FixtureRun.STACK)
                .noneMatch(event -> event.startsWith("remove"))
                .endsWith("close");
    }

    @Test
    void whatTheServicesShowedStandsBesideAFailureThatDoesNotTellIt() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.log("dial tcp db:5432: connection refused"))
                .of(FailingTestCases.InTestMethod.class);

        assertThat(outcome.failure("InTestMethod.breaks"))
                .hasMessage("as it should not be")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .hasAtLeastOneElementOfType(SeenInServices.class)
                        .anySatisfy(beside -> assertThat(beside)
                                .hasMessageContaining("database refuses (service 'app'): app says: dial tcp db:5432")
                                .hasMessageContaining("'db' is the service 'db' (running) of the stack")));
        assertThat(outcome.attached().get("InTestMethod.breaks: symptoms.txt")).startsWith("database refuses");
    }
}
