package org.recipeharness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.verdict.Attempts.FOLLOWS;
import static org.recipeharness.verdict.Attempts.always;
import static org.recipeharness.verdict.Attempts.attempt;
import static org.recipeharness.verdict.Attempts.machine;
import static org.recipeharness.verdict.Attempts.on;
import static org.recipeharness.verdict.Attempts.onlyInTheSweep;
import static org.recipeharness.verdict.Attempts.red;
import static org.recipeharness.verdict.Attempts.timed;
import static org.recipeharness.verdict.Attempts.under;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Verdict.Kind;

class JudgeTest {

    private static final Measured IDLE = machine(1, 20, 5, 0, 0);
    private static final Red OWN = red(Party.OVERLAY, "Custom.has", "expected 1 but was 2");
    private static final Red GENERIC = red(Party.RECIPE, "Restore.bringsBack", "the marker is gone");
    private static final Red OUTSIDE = red(Party.EXTERNAL, "Install.becomesReady", "the registry can't be reached");
    private static final Red LATE = timed(Party.RECIPE, "Install.becomesReady", "not ready within its budget");

    @Test
    void aGreenRecipeIsNotJudged() {
        assertThatThrownBy(() -> Judge.of(List.of(attempt(0), attempt(1)), Past.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 2 attempts and no red test");
    }

    @Test
    void threeTimesRedAloneIsWrongWithOneThirdCubed() {
        Verdict verdict = Judge.of(always(3, GENERIC), Past.UNKNOWN);

        assertThat(verdict.wrong().getAsDouble()).isEqualTo(1 / 27.0, Offset.offset(1e-9));
        assertThat(verdict.because()).contains("red each of 3 times alone, with the same cause");
        assertThat(verdict.evidence()).containsExactly("Restore.bringsBack: the marker is gone");
    }

    @Test
    void onlyMissingEvidenceIsUnverified() {
        Verdict verdict = Judge.of(always(3, FOLLOWS), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.UNVERIFIED);
        assertThat(verdict.wrong()).isEmpty();
    }

    @Test
    void whatWasNotRunAgainIsUnverified() {
        Verdict verdict = Judge.of(List.of(attempt(0, GENERIC)), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.UNVERIFIED);
        assertThat(verdict.because()).contains("not run again alone");
    }

    @Test
    void whatComesFromOutsideIsSaidToBeGoneWhereItIs() {
        Verdict stays = Judge.of(always(3, OUTSIDE), Past.UNKNOWN);
        Verdict gone = Judge.of(onlyInTheSweep(attempt(0, OUTSIDE), 3, IDLE), Past.UNKNOWN);

        assertThat(stays.kind()).isEqualTo(Kind.EXTERNAL);
        assertThat(stays.because()).doesNotContain("gone");
        assertThat(gone.kind()).isEqualTo(Kind.EXTERNAL);
        assertThat(gone.because()).contains("it was gone when the recipe ran alone");
    }

    @Test
    void anAttemptThatSomethingOutsidePreventedIsNotCounted() {
        Verdict verdict = Judge.of(
                List.of(attempt(0, GENERIC), attempt(1, GENERIC), attempt(2, OUTSIDE), attempt(3, GENERIC)),
                Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.RECIPE_DEFECT);
        assertThat(verdict.wrong().getAsDouble()).isEqualTo(1 / 9.0, Offset.offset(1e-9));
        assertThat(verdict.evidence()).contains("Not counted, alone, 2: something outside has failed");
    }

    @Test
    void redAndGreenAloneIsFlakyForCertain() {
        Verdict verdict =
                Judge.of(List.of(attempt(0, GENERIC), attempt(1, GENERIC), attempt(2), attempt(3)), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.FLAKY);
        assertThat(verdict.because()).contains("red 1 and green 2 times");
        assertThat(verdict.wrong()).isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void aGenericCheckBesideTheOverlaysIsTheRecipes() {
        assertThat(Judge.of(always(3, OWN, GENERIC), Past.UNKNOWN).kind()).isEqualTo(Kind.RECIPE_DEFECT);
        assertThat(Judge.of(
                                List.of(attempt(0, OWN), attempt(1, OWN), attempt(2, OWN, GENERIC), attempt(3, OWN)),
                                Past.UNKNOWN)
                        .kind())
                .isEqualTo(Kind.RECIPE_DEFECT);
    }

    @Test
    void theSameAssertionsGreenWithAnotherCommitAccuseTheRecipe() {
        Verdict verdict = Judge.of(always(3, OWN), new Past(Optional.of("2026-05-31, 1.0.0"), false, true));

        assertThat(verdict.kind()).isEqualTo(Kind.RECIPE_DEFECT);
        assertThat(verdict.because()).contains("was green with another commit of the recipe");
        assertThat(verdict.evidence())
                .contains("The same assertions were green with another commit of the recipe: 2026-05-31, 1.0.0");
    }

    @Test
    void theSameCommitGreenWithOtherAssertionsAccusesThese() {
        Verdict verdict = Judge.of(always(3, OWN), new Past(Optional.of("2026-05-31, 1.0.0"), true, false));

        assertThat(verdict.kind()).isEqualTo(Kind.STALE_OVERLAY);
        assertThat(verdict.because()).contains("was green before the assertions were changed");
        assertThat(Judge.of(always(3, OWN), Past.UNKNOWN).because()).contains("by elimination");
    }

    @Test
    void theSameTestInOtherWordsIsStillTheSameFailure() {
        Verdict verdict = Judge.of(
                List.of(
                        attempt(0, GENERIC),
                        attempt(1, red(Party.RECIPE, "Install.becomesReady", "out of memory")),
                        attempt(2, red(Party.RECIPE, "Install.becomesReady", "no such file")),
                        attempt(3, red(Party.RECIPE, "Install.becomesReady", "connection refused"))),
                Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.RECIPE_DEFECT);
        assertThat(verdict.because()).contains("by the same test in other words each time");
        assertThat(verdict.evidence()).hasSize(4);
    }

    @Test
    void neverTheSameTestIsFlaky() {
        Verdict verdict = Judge.of(
                List.of(attempt(0, OWN), attempt(1, GENERIC), attempt(2, LATE), attempt(3, OWN)), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.FLAKY);
        assertThat(verdict.because()).contains("never by the same test");
    }

    @Test
    void anImposedLoadIsAProof() {
        Verdict verdict =
                Judge.of(onlyInTheSweep(under("pause:70s", attempt(0, LATE, FOLLOWS)), 5, IDLE), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.LOAD_SENSITIVE);
        assertThat(verdict.because()).startsWith("Proved: under pause:70s");
        assertThat(verdict.wrong().getAsDouble()).isEqualTo(1 / 32.0, Offset.offset(1e-9));
    }

    @Test
    void aLimitOfTimeOnAMachineThatHadNoMoreToDoIsFlaky() {
        Verdict verdict = Judge.of(onlyInTheSweep(on(IDLE, attempt(0, LATE)), 5, IDLE), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.FLAKY);
        assertThat(verdict.because()).contains("was not measured");
    }

    @Test
    void loadDoesNotExplainWhatHasNoClock() {
        Attempt sweep = on(machine(9, 95, 80, 30, 3), attempt(0, LATE, GENERIC));

        Verdict verdict = Judge.of(onlyInTheSweep(sweep, 5, IDLE), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.FLAKY);
        assertThat(verdict.because()).contains("load does not explain it");
        assertThat(verdict.evidence()).hasSize(2 + 5);
    }

    @Test
    void eachKindOfPressureCountsFromItsThreshold() {
        assertThat(pressure(machine(1, 39.9, 14.9, 4.9, 0))).isEmpty();
        assertThat(pressure(machine(1, 40, 5, 0, 0)))
                .containsExactly("Time spent waiting for the CPU: 40 % in the sweep, at most 20 % alone");
        assertThat(pressure(machine(1, 20, 15, 0, 0))).hasSize(1);
        assertThat(pressure(machine(1, 20, 5, 5, 0))).hasSize(1);
        assertThat(pressure(machine(2, 20, 5, 0, 0)))
                .containsExactly("Load average: 2.0 in the sweep, at most 1.0 alone");
        assertThat(pressure(machine(1, 20, 5, 0, 1)))
                .containsExactly("Runs of the same process beside it: 1 in the sweep, 0 alone");
    }

    private static List<String> pressure(Measured sweep) {
        return Pressure.more(
                Accounts.of(List.of(on(sweep, attempt(0, LATE)))), Accounts.of(List.of(on(IDLE, attempt(1)))));
    }

    @Test
    void aHarnessErrorThatWasThereOnceOnlyIsFlakyAndSaysWhatItWas() {
        Red ours = red(Party.HARNESS, "PinboardTest", "java.lang.NullPointerException");

        Verdict verdict = Judge.of(onlyInTheSweep(attempt(0, ours), 5, IDLE), Past.UNKNOWN);

        assertThat(verdict.kind()).isEqualTo(Kind.FLAKY);
        assertThat(verdict.evidence()).contains("PinboardTest: java.lang.NullPointerException");
    }

    @Test
    void whatDoesNotTellWhoseItIsIsUnverified() {
        assertThat(Judge.of(always(3, red(Party.UNTOLD, "PinboardTest", "odd")), Past.UNKNOWN)
                        .kind())
                .isEqualTo(Kind.UNVERIFIED);
    }
}
