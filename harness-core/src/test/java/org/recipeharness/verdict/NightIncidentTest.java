package org.recipeharness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.verdict.Attempts.FOLLOWS;
import static org.recipeharness.verdict.Attempts.red;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Verdict.Kind;

class NightIncidentTest {

    @Test
    void oneCauseOfSeveralRecipesIsOneIncident() {
        assertThat(NightIncident.among(List.of(
                        outage("gitea", Optional.of(Kind.EXTERNAL)),
                        outage("mumble", Optional.of(Kind.EXTERNAL)),
                        new Fallen(
                                "immich",
                                List.of(red(Party.RECIPE, "Restore.x", "gone"), FOLLOWS),
                                Optional.of(Kind.RECIPE_DEFECT)))))
                .containsExactly(new NightIncident(
                        new Cause("Fetching https://git.example.test/<recipe>: the server can't be reached"),
                        List.of("gitea", "mumble"),
                        Optional.of(Kind.EXTERNAL)));
    }

    @Test
    void whatOneRecipeHasInTwoClassesIsNone() {
        assertThat(NightIncident.among(List.of(outage("gitea", Optional.empty()), outage("gitea", Optional.empty()))))
                .isEmpty();
    }

    @Test
    void whatOnlyFollowsIsNone() {
        assertThat(NightIncident.among(List.of(
                        new Fallen("gitea", List.of(FOLLOWS), Optional.empty()),
                        new Fallen("mumble", List.of(FOLLOWS), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void verdictsThatDifferAreNotToldAsOne() {
        assertThat(NightIncident.among(List.of(
                        outage("gitea", Optional.of(Kind.EXTERNAL)), outage("mumble", Optional.of(Kind.FLAKY)))))
                .singleElement()
                .extracting(NightIncident::kind)
                .isEqualTo(Optional.empty());
    }

    private static Fallen outage(String recipe, Optional<Kind> kind) {
        return new Fallen(
                recipe,
                List.of(red(
                        Party.EXTERNAL,
                        "Install.becomesReady",
                        "Fetching https://git.example.test/" + recipe + ": the server can't be reached")),
                kind);
    }
}
