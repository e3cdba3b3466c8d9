package org.recipeharness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.verdict.Attempts.FOLLOWS;
import static org.recipeharness.verdict.Attempts.always;
import static org.recipeharness.verdict.Attempts.attempt;
import static org.recipeharness.verdict.Attempts.machine;
import static org.recipeharness.verdict.Attempts.on;
import static org.recipeharness.verdict.Attempts.onlyInTheSweep;
import static org.recipeharness.verdict.Attempts.red;
import static org.recipeharness.verdict.Attempts.timed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Verdict.Kind;

/** What the incidents of the book look like to a judge; the fourth is green, and comes before none. */
class IncidentVerdictTest {

    static Stream<Arguments> incidents() {
        return Stream.of(
                Arguments.of(
                        "1 discourse, an overlay out of its scope",
                        always(
                                3,
                                red(
                                        Party.OVERLAY,
                                        "Upgrade.runsTheOfficialImage",
                                        "expected image discourse/discourse:3.5.3 but was bitnamilegacy/discourse:3.5.0")),
                        Kind.STALE_OVERLAY),
                Arguments.of(
                        "2 discourse, a pre-pull that could ask no registry and decides nothing",
                        always(3, red(Party.OVERLAY, "Upgrade.dropsSidekiq", "expected [app, db, redis]")),
                        Kind.STALE_OVERLAY),
                Arguments.of(
                        "3 mattermost-lts, a dump that nothing replays",
                        List.of(
                                attempt(0, lost("mattermost-lts-0a1b2c_example_test")),
                                attempt(1, lost("mattermost-lts-1a2b3c_example_test")),
                                attempt(2, lost("mattermost-lts-2a3b4c_example_test")),
                                attempt(3, lost("mattermost-lts-3a4b5c_example_test"))),
                        Kind.RECIPE_DEFECT),
                Arguments.of(
                        "5 mumble, a budget that a loaded node does not keep",
                        onlyInTheSweep(
                                on(
                                        machine(9.5, 92, 4, 0, 0),
                                        attempt(
                                                0,
                                                timed(
                                                        Party.OVERLAY,
                                                        "Custom.completesAHandshakeInOrder",
                                                        "no answer within 60000 ms, stage TLS handshake"),
                                                FOLLOWS)),
                                5,
                                machine(1.2, 30, 4, 0, 0)),
                        Kind.LOAD_SENSITIVE),
                Arguments.of(
                        "6 bluesky-pds, a name that leads to strangers",
                        always(
                                3,
                                timed(
                                        Party.RECIPE,
                                        "Promote.answersAtItsWarmDomain",
                                        "Waiting for 'https': not ready within its budget 60x1s")),
                        Kind.RECIPE_DEFECT),
                Arguments.of(
                        "7 keycloak, the domain of its live-warm provider",
                        always(3, red(Party.HARNESS, "Promote.answersAtItsWarmDomain", "the domain is the provider's")),
                        Kind.HARNESS_DEFECT),
                Arguments.of(
                        "8 gitea, a file that is read-only by design",
                        always(
                                3,
                                red(
                                        Party.RECIPE,
                                        "Promote.answersAtItsWarmDomain",
                                        "crash loop: open /etc/gitea/app.ini: read-only file system"),
                                FOLLOWS),
                        Kind.RECIPE_DEFECT),
                Arguments.of(
                        "9 gitea, still deployed though recorded as idle",
                        always(3, red(Party.HARNESS, "Promote.answersAtItsWarmDomain", "is already deployed")),
                        Kind.HARNESS_DEFECT),
                Arguments.of(
                        "10 gitea, another content than what was sent",
                        always(3, red(Party.HARNESS, "Install.becomesReady", "Comparing what runs: config differs")),
                        Kind.HARNESS_DEFECT));
    }

    private static Red lost(String stack) {
        return red(
                Party.RECIPE,
                "Restore.bringsBackWhatWasSeeded",
                "After the restore of " + stack + " from the snapshot 8f3a91c2: relation \"ci_marker\" does not exist");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incidents")
    void isToldFromItsAttempts(String incident, List<Attempt> attempts, Kind kind) {
        assertThat(Judge.of(attempts, Past.UNKNOWN).kind()).as(incident).isEqualTo(kind);
    }
}
