package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "harness.keep | sometimes | expected one of never, on-failure, always",
                "harness.keep | ON_FAILURE | expected one of never, on-failure, always",
                "harness.pull | sometimes | expected one of always, missing, never",
                "harness.backup | tape | expected one of archive, restic",
                "harness.ipvs | maybe | expected auto, yes or no",
                "harness.deploy-timeout | 10m | expected seconds, such as 600s",
                "harness.remove-timeout | 0s | expected seconds, such as 600s",
                "harness.canonicals-kept | 0 | expected a number from 1 to 20",
                "harness.canonicals-kept | 21 | expected a number from 1 to 20",
                "harness.canonicals-kept | 3s | expected a number from 1 to 20",
                "harness.canonical-wait | 0s | expected seconds, such as 600s",
                "harness.live-warm | Keycloak | expected recipes' names with commas between them",
                "harness.live-warm | keycloak, | expected recipes' names with commas between them",
                "harness.ingress | https://x | expected host[:httpsPort[:httpPort]]",
                "harness.ingress-ca | /none.pem | which can't be read",
                "harness.load | nap:70s | expected one of pause:<seconds>s, such as pause:70s; cpu:<1 to 100>%",
                "harness.load | pause:70 | expected one of pause:<seconds>s",
                "harness.load | cpu:0% | cpu:<1 to 100>%",
                "harness.load | io:17 | io:<1 to 16>",
                "harness.load | io:4,io:5 | which has a kind twice",
                "harness.load | Mumble/io:4 | and <recipe>/ in front for one alone",
                "harness.budget.web | often | found 'often', expected <attempts>x<interval>"
            })
    void nameTheSettingAndWhatIsExpectedOfIt(String key, String value, String expected) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(key, value)))
                .withMessageStartingWith("Reading the settings of the harness: " + key + ": ")
                .withMessageContaining("found '" + value + "'")
                .withMessageContaining(expected);
    }

    @Test
    void areToldAllAtOnce() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(
                        "harness.keep",
                        "sometimes",
                        "harness.ipvs",
                        "maybe",
                        "harness.budget.web",
                        "often",
                        "harness.zoen",
                        "x")))
                .withMessageContainingAll("harness.keep: ", "harness.ipvs: ", "harness.budget.web: ", "'harness.zoen'");
    }

    @Test
    void listTheKnownOnesForAnUnknownName() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of("harness.buget.web", "36x5s")))
                .withMessageContainingAll(
                        "'harness.buget.web' is not a setting",
                        "harness.budget.<probe> - a probe's budget, such as 36x5s",
                        "harness.catalogue - ",
                        "recipe - ",
                        "harness.work - ");
    }
}
