package org.recipeharness.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.DataLostException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.swarm.SwarmException;

class RollbackTest {

    private final Rollback.Impossible impossible = new Rollback.Impossible(
            new Rollback.Way(
                    release("3.6.0"), release("3.5.3"), List.of(), new Seeded(List.of(), List.of("nothing to seed"))),
            new Refusal("Service 'app' crash-loops\nThe last lines of its log:\n  no"),
            new Refusal("the recipe offers no backup"));

    @Test
    void tellsInALineWhatWasFound() {
        assertThat(impossible)
                .hasToString("rollback from 3.6.0 to 3.5.3: impossible: in place: Service 'app' crash-loops;"
                        + " by restore: the recipe offers no backup");
        assertThat(impossible.drill()).isEqualTo(Drill.ROLLBACK);
    }

    @Test
    void tellsTheOperatorWhatWasTriedWhatWasFoundAndWhatToDo() {
        assertThat(impossible.message()).isEqualTo("""
                        Going back from gitea at 3.6.0 (12345678) to gitea at 3.5.3 (12345678), as after an upgrade that\
                         disappoints: there is no way back, expected one of two.
                        In place, deployed over the head: Service 'app' crash-loops
                        The last lines of its log:
                          no
                        By restore, the snapshot made before the upgrade onto a new deployment: the recipe offers no backup
                        Let the recipe offer a backup that comes back, or say in the release notes of 3.6.0 that nobody can\
                         go back""");
    }

    @Test
    void leavesNoAppWhereItIsImpossible() {
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(impossible::app)
                .withMessage(
                        "Unverified: the rollback from 3.6.0 to 3.5.3 is impossible, so it leaves no app for this test");
    }

    @Test
    void isRefusedByAnAppWithoutItsData() {
        List<String> lost = List.of("volume 'content': the file is gone", "volume 'notes': the file is gone");

        DataLostException failure = catchThrowableOfType(
                DataLostException.class, () -> DataLostException.requireNone(lost, List.of("No restore hook")));

        assertThat(Refusal.of(failure)).hasToString("""
                        it is ready, but what was seeded is not there: volume 'content': the file is gone; volume 'notes': the\
                         file is gone
                        No restore hook""");
    }

    @Test
    void isNotRefusedByASwarmThatDoesNotAnswer() {
        var silence = new SwarmException("Looking at the stack: no answer");

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> Refusal.of(silence))
                .isSameAs(silence);
    }

    @Test
    void isOneOfTheDrillsThatCanBeAskedFor() {
        assertThat(Drill.named("new, rollback,previous,new"))
                .containsExactly(Drill.NEW, Drill.ROLLBACK, Drill.PREVIOUS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drill.named("back"))
                .withMessage("Reading harness.drills: found 'back', expected some of [new, previous, rollback]");
    }

    private static Checkout release(String tag) {
        return new Checkout(
                new RecipeName("gitea"),
                Path.of("/checkout"),
                tag,
                "1234567890123456789012345678901234567890",
                false,
                TagKind.ANNOTATED);
    }
}
