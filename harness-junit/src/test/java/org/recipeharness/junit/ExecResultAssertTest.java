package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.junit.RecipeAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.ExecResult;

class ExecResultAssertTest {

    private static final ExecResult WELL = new ExecResult(0, "100% of it\n", "", Duration.ZERO);
    private static final ExecResult BADLY = new ExecResult(3, "50%s of it\n", "disk full\n", Duration.ZERO);

    @Test
    void passesWhatIsAsItShouldBe() {
        assertThat(WELL).succeeded().exited(0).printed("100%");
        assertThat(BADLY).exited(3).printed("50%s of it");
    }

    @Test
    void showsBothOutputsOfACommandThatDidNotSucceed() {
        assertThatThrownBy(() -> assertThat(BADLY).as("the backup").succeeded())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "[the backup] %nExpected exit code: 0%nbut was: 3%nstandard output: 50%%s of it%n".formatted()
                                + "standard error: disk full");
    }

    @Test
    void failsOnAnExitCodeThatIsBetterThanExpected() {
        assertThatThrownBy(() -> assertThat(WELL).exited(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("%nExpected exit code: 1%nbut was: 0".formatted());
    }

    @Test
    void showsAllOfACommandThatPrintedSomethingElse() {
        assertThatThrownBy(() -> assertThat(BADLY).printed("disk full"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(("%nExpected standard output to hold: disk full%nbut it was: 50%%s of it%n"
                                + "standard error: disk full%nexit code: 3")
                        .formatted());
    }
}
