package org.recipeharness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Removing the stack gitea-1f0c3a_example_test: after 60 s there is still it | Removing the stack <app>: after # s there is still it",
                "GET https://a-gitea-9f0c3a.recipe-harness.test/api: no answer within 5000 ms | GET https://<app>/api: no answer within # ms",
                "run 20261124-220531-1f0c3a is over | run <run> is over",
                "at 2026-11-24T22:05:31.123Z it ended | at <time> it ended",
                "the image sha256:0f3a91c28f3a91c2 of 8f3a91c | the image <id> of <id>",
                "task 1k2v5w8y7x6z3q4r5t6y7u8i9 of app failed | task <id> of app failed",
                "com.example.Thing@3f2a1b is no Other | com.example.Thing@<id> is no Other",
                "took 1.5 s of 12x5s | took # s of #x#s",
                "Expected status: 200 but was 502 | Expected status: 200 but was 502",
                "ended with exit code 137 after 3 s | ended with exit code 137 after # s",
                "the marker is  gone | the marker is gone"
            })
    void leavesOutWhatIsAnotherEachTime(String said, String left) {
        assertThat(Cause.of(said)).hasToString(left);
    }

    @Test
    void leavesOutWhoseItIsWhereThatIsWanted() {
        assertThat(Cause.of("Fetching https://git.example.test/coop-cloud/gitea: down")
                        .without("gitea"))
                .isEqualTo(Cause.of("Fetching https://git.example.test/coop-cloud/mumble: down")
                        .without("mumble"));
        assertThat(Cause.of("pds-admin and mypds stay, pds goes").without("pds"))
                .hasToString("<recipe>-admin and mypds stay, <recipe> goes");
    }
}
