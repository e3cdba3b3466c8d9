package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipes.immich.ImmichRun;
import org.recipeharness.recipes.pinboard.PinboardRun;
import org.recipeharness.recipes.pinboard.SideBySide;
import org.recipeharness.restore.Drill;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.Rollback;
import org.recipeharness.run.RecipeRun;

/** Each way in which an operator gets back from an upgrade, or does not. */
@Tag("swarm")
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@ResourceLock(providers = AloneOnTheNode.class)
class RollbackTest {

    private static final String MOVED = "moved-database";
    private static final String NOT_EMPTY =
            "initdb: error: directory \"/var/lib/postgresql/data\" exists but is not empty";

    @SideBySide
    void isSafeInPlaceWithoutAnyBackupWhereTheReleaseBeforeTakesWhatTheHeadHasLeft() throws Exception {
        try (var run = PinboardRun.at(Optional.empty())) {
            Drilled drilled = run.drill(Drill.ROLLBACK);

            assertThat(drilled).asInstanceOf(type(Rollback.Safe.class)).satisfies(safe -> {
                assertThat(safe).asString().matches("rollback from 1.0.0\\+1.2.0 to 0.2.0\\+1.1.0: safe \\(\\d+ s\\)");
                assertThat(safe.way().passedOver()).singleElement().asString().startsWith("0.3.0+1.1.5 can't be");
                assertThat(safe.way().seeded().seeds()).isNotEmpty();
                assertThat(safe.took()).isPositive();
            });
            assertThat(run.board(drilled.app().app()).version()).isEqualTo("1.1.0");
        }
    }

    @SideBySide
    void needsARestoreWhereTheHeadHasMovedTheDatabase() throws Exception {
        try (RecipeRun run = ImmichRun.at(MOVED, Map.of())) {
            Drilled drilled = run.drill(Drill.ROLLBACK);

            assertThat(drilled).asInstanceOf(type(Rollback.NeedsRestore.class)).satisfies(needs -> {
                assertThat(needs.inPlace().reason()).contains(NOT_EMPTY);
                assertThat(needs.restored().lost()).isEmpty();
                assertThat(needs.restored().from().seeded().seeds()).hasSize(2);
                assertThat(needs)
                        .asString()
                        .matches("rollback from moved-database to 1.1.0\\+v1.133.1: needs a restore"
                                + " \\(\\d+ s\\): in place: .*'database'.*");
            });
            assertThat(drilled.app().app().checkout().ref()).isEqualTo("1.1.0+v1.133.1");
        }
    }

    @SideBySide
    void isImpossibleWhereThereIsNoBackupEither() throws Exception {
        try (RecipeRun run = ImmichRun.at(MOVED, Map.of("ENABLE_BACKUPS", "false"))) {
            assertThat(run.drill(Drill.ROLLBACK))
                    .asInstanceOf(type(Rollback.Impossible.class))
                    .satisfies(impossible -> assertThat(impossible.message())
                            .startsWith("Going back from immich at moved-database (")
                            .contains("to immich at 1.1.0+v1.133.1 (", NOT_EMPTY)
                            .containsPattern("\nBy restore, .*: the labels of .* say that it is not to be backed up"));
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    backupbot.backup.pre-hook: /bin/false   | failed: exit code 1, expected 0. It ran: /bin/false
                    backupbot.restore.post-hook: /bin/true  | (the test's labels:6) exited with 0, yet what the snapshot holds is not back
                    """)
    void isImpossibleWhereTheBackupIsNone(String label, String reason) throws Exception {
        try (RecipeRun run = ImmichRun.at(MOVED, Map.of(), label)) {
            assertThat(run.drill(Drill.ROLLBACK))
                    .asInstanceOf(type(Rollback.Impossible.class))
                    .satisfies(impossible -> {
                        assertThat(impossible.inPlace().reason()).contains(NOT_EMPTY);
                        assertThat(impossible.byRestore().reason()).contains(reason);
                    });
        }
    }

    @SideBySide
    void saysNothingOfTheWayBackWhereTheWayThereFails() throws Exception {
        try (var run = PinboardRun.at(Optional.of("unbumped-config"))) {
            assertThatExceptionOfType(UnverifiedException.class)
                    .isThrownBy(() -> run.drill(Drill.ROLLBACK))
                    .withMessageContaining("failed, so nothing is known of the way back: ")
                    .withMessageContaining("the content of config 'settings' (settings.json.tmpl) has changed");
        }
    }
}
