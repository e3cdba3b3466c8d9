package org.recipeharness.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BudgetCheckTest {

    private static final Optional<Set<String>> NOT_KNOWN_YET = Optional.empty();

    @Test
    void aBudgetThatNoClassHasAProbeForIsAProblemWithTheKnownProbes() {
        var check = new BudgetCheck(List.of("handshak"), List.of());
        check.selected("Mumble", Optional.of(Set.of("handshake")));
        check.selected("Gitea", Optional.of(Set.of("http")));

        assertThat(check.problems())
                .containsExactly("harness.budget.handshak: no test class of this run has a readiness probe 'handshak',"
                        + " so the budget would have no effect. Known probes: handshake, http, warm. Correct the name,"
                        + " or remove the setting");
    }

    @Test
    void aBudgetThatOneClassHasAProbeForIsNone() {
        var check = new BudgetCheck(List.of("handshake"), List.of());
        check.selected("Mumble", Optional.of(Set.of("handshake")));
        check.selected("Gitea", NOT_KNOWN_YET);

        assertThat(check.problems()).isEmpty();
        assertThat(check.needs("Gitea")).isFalse();
    }

    @Test
    void aBudgetIsJudgedOnceTheLastClassHasNamedItsProbes() {
        var check = new BudgetCheck(List.of("handshak"), List.of());
        check.selected("Mumble", NOT_KNOWN_YET);
        check.selected("Gitea", Optional.of(Set.of("http")));

        assertThat(check.problems()).isEmpty();
        assertThat(check.needs("Mumble")).isTrue();
        assertThat(check.needs("Gitea")).isFalse();

        check.selected("Mumble", Optional.of(Set.of("handshake")));

        assertThat(check.problems()).hasSize(1);
    }

    @Test
    void promotionsBudgetIsAlwaysKnown() {
        var check = new BudgetCheck(List.of("warm"), List.of("warm"));
        check.selected("Gitea", Optional.of(Set.of("http")));

        assertThat(check.problems()).isEmpty();
    }

    @Test
    void aBudgetOfTheFileMayBeForARecipeThatIsLeftOut() {
        var check = new BudgetCheck(List.of(), List.of("handshake", "handshak"));
        check.selected("Gitea", Optional.of(Set.of("http")));
        check.leftOut("Mumble", Optional.of(Set.of("handshake")));

        assertThat(check.problems()).singleElement().asString().startsWith("harness.budget.handshak: ");
    }

    @Test
    void aBudgetOfTheRunMayNot() {
        var check = new BudgetCheck(List.of("handshake"), List.of());
        check.selected("Gitea", Optional.of(Set.of("http")));
        check.leftOut("Mumble", Optional.of(Set.of("handshake")));

        assertThat(check.problems()).hasSize(1);
    }

    @Test
    void aBudgetOfTheFileIsNotJudgedIfAClassThatIsLeftOutMayHaveTheProbe() {
        var check = new BudgetCheck(List.of(), List.of("handshake"));
        check.selected("Gitea", Optional.of(Set.of("http")));
        check.leftOut("Mumble", NOT_KNOWN_YET);

        assertThat(check.problems()).isEmpty();
    }

    @Test
    void aRunWithoutRecipesHasNoProbes() {
        assertThat(new BudgetCheck(List.of("handshake"), List.of("http")).problems())
                .isEmpty();
    }
}
