package org.recipeharness.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;

class SymptomsTest {

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "said.psv", delimiter = '|', quoteCharacter = '\0')
    void saysWhatARecordedLineIsAbout(String service, Sign sign, String line, String meaning) {
        assertThat(Symptoms.of(account(service, line)))
                .singleElement()
                .satisfies(symptom -> assertThat(symptom.toString())
                        .startsWith(sign + " (service '" + service + "'): " + line + "\n    " + meaning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket.gaierror: [Errno -2] Name or service not known",
                "Exception in thread \"main\" java.net.ConnectException: Connection refused",
                "Error: connect ECONNREFUSED 127.0.0.1:1",
                "touch: cannot touch '/var/x': Permission denied",
                "Error: ENOENT: no such file or directory, open '/proc/version_x'",
                "ERROR: required modules are loaded, DEBUG missing from the list",
                "LOG_LEVEL is info, set LOG_LEVEL=debug to see more",
                "GET http://db/run/secrets/db_password 404",
                "listening on 0.0.0.0:8065, the database is at db:5432"
            })
    void isSilentOnALineThatNamesNothingOfTheStackOrOnlyLooksAlike(String line) {
        assertThat(Symptoms.of(account("app", line))).isEmpty();
    }

    /** Each is what a program that works writes, in words that are close to those of a failure. */
    @Test
    void isSilentOnTheSoundTwinsOfFailures() {
        assertThat(text("sound.txt").lines())
                .allSatisfy(
                        line -> assertThat(Symptoms.of(account("app", line))).isEmpty());
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "refused.psv", delimiter = '|', quoteCharacter = '\0')
    void saysWhatTheEnginesWordsOfATaskAreAbout(Sign sign, String refusal, String meaning) {
        var account = new Account(stack(), stack().services().get(0), List.of(), List.of(refusal), false, Set.of());

        assertThat(Symptoms.of(account))
                .singleElement()
                .satisfies(symptom -> assertThat(symptom.toString())
                        .startsWith(sign + " (service 'app'): " + refusal + "\n    " + meaning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started",
                "preparing",
                "task: non-zero exit (1)",
                "pending task scheduling",
                "no suitable node",
                "assigned task to node"
            })
    void isSilentOnOtherWordsOfTheEngine(String message) {
        var account = new Account(stack(), stack().services().get(0), List.of(), List.of(message), false, Set.of());

        assertThat(Symptoms.of(account)).isEmpty();
    }

    @Test
    void tellsTheKernelsEndOfATaskFirstWithItsLimit() {
        var account = new Account(
                stack(),
                stack().services().get(0),
                List.of("bash: line 1: DB_HOST: must be set"),
                List.of(),
                true,
                Set.of());

        assertThat(Symptoms.of(account))
                .extracting(Symptom::sign)
                .containsExactly(Sign.OUT_OF_MEMORY, Sign.MISSING_VARIABLE);
        assertThat(Symptoms.of(account).get(0).meaning())
                .endsWith("the service's memory limit is 20M (compose.yml:21)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no suitable node (host-mode port already in use on 1 node)",
                "starting container failed: driver failed programming external connectivity on endpoint demo_app.1 (1f):"
                        + " Error starting userland proxy: listen tcp4 0.0.0.0:8065: bind: address already in use",
                "starting container failed: failed to set up container networking: driver failed programming external"
                        + " connectivity on endpoint demo_app.1 (1f): failed to bind host port for"
                        + " 0.0.0.0:8065:172.17.0.2:80/tcp: address already in use"
            })
    void readsOfAPortThatIsTakenOnTheNodeWhatTheEngineSays(String refusal) {
        var account = new Account(
                stack(),
                stack().services().get(0),
                List.of(),
                List.of("task: non-zero exit (1)", refusal),
                false,
                Set.of());

        assertThat(Symptoms.of(account))
                .singleElement()
                .satisfies(symptom -> assertThat(symptom.meaning()).endsWith(": one of 8065/tcp"));
    }

    @Test
    void tellsOfLinesThatMeanTheSameTheLatest() {
        assertThat(Symptoms.of(account(
                        "app",
                        "attempt 1: dial tcp db:5432: connection refused",
                        "attempt 2: dial tcp db:5432: connection refused")))
                .extracting(Symptom::said)
                .containsExactly("attempt 2: dial tcp db:5432: connection refused");
    }

    private static Account account(String service, String... lines) {
        return new Account(
                stack(), stack().service(service).orElseThrow(), List.of(lines), List.of(), false, Set.of("app", "db"));
    }

    private static RenderedStack stack() {
        var checkout = new Checkout(new RecipeName("demo"), Path.of("demo"), "main", "0123", false, TagKind.NONE);
        return new StackRendering(new StackName("demo"), "run-1", checkout, true)
                .render(ComposeDocument.read(
                        "compose.yml",
                        text("compose.yml"),
                        Variables.none().with("DB_HOST", "", Origin.of("the run"))));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(SymptomsTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
