package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.http.Ingress;
import org.recipeharness.readiness.Budget;

class SettingsTest {

    @Test
    void haveADefaultForEverythingThatIsNeeded() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.catalogue()).isEqualTo(URI.create("https://git.coopcloud.tech/coop-cloud"));
        assertThat(settings.zone()).isEqualTo("recipe-harness.test");
        assertThat(settings.node()).isEqualTo("127.0.0.1");
        assertThat(settings.keep()).isEqualTo(Keep.NEVER);
        assertThat(settings.pull()).isEqualTo(Pull.ALWAYS);
        assertThat(settings.ipvs()).isEmpty();
        assertThat(settings.ingress()).isEmpty();
        assertThat(settings.deployLimit(Optional.empty())).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.deployLimit(Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
        assertThat(settings.removeTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.liveWarm()).isEmpty();
        assertThat(settings.canonicalsKept()).isEqualTo(3);
        assertThat(settings.canonicalWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.work()).isEqualTo(Path.of("target/harness"));
        assertThat(settings.text(Setting.RECIPE)).isEmpty();
    }

    @Test
    void areTyped() {
        Settings settings = Settings.of(Map.of(
                "recipe",
                "gitea",
                "harness.catalogue",
                "file:///srv/recipes",
                "harness.deploy-timeout",
                "90s",
                "harness.remove-timeout",
                "5s",
                "harness.zone",
                "lab.test",
                "harness.work",
                "out"));

        assertThat(settings.text(Setting.RECIPE)).contains("gitea");
        assertThat(settings.catalogue()).isEqualTo(URI.create("file:///srv/recipes"));
        assertThat(settings.deployLimit(Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.removeTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.zone()).isEqualTo("lab.test");
        assertThat(settings.work()).isEqualTo(Path.of("out"));
    }

    @Test
    void sayHowCanonicalsAreKept() {
        Settings settings = Settings.of(Map.of(
                "harness.live-warm",
                "keycloak, authentik",
                "harness.canonicals-kept",
                "20",
                "harness.canonical-wait",
                "5s"));

        assertThat(settings.liveWarm()).containsExactlyInAnyOrder("keycloak", "authentik");
        assertThat(settings.canonicalsKept()).isEqualTo(20);
        assertThat(settings.canonicalWait()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"never, NEVER", "on-failure, ON_FAILURE", "always, ALWAYS"})
    void sayInWordsWhatIsKept(String word, Keep keep) {
        assertThat(Settings.of(Map.of("harness.keep", word)).keep()).isEqualTo(keep);
    }

    @ParameterizedTest
    @CsvSource({"always, ALWAYS", "missing, MISSING", "never, NEVER"})
    void sayInAWordWhatIsPulled(String word, Pull pull) {
        assertThat(Settings.of(Map.of("harness.pull", word)).pull()).isEqualTo(pull);
    }

    @ParameterizedTest
    @CsvSource({"auto,", "yes, true", "no, false"})
    void sayWhetherTheKernelsHaveIpvs(String word, Boolean ipvs) {
        assertThat(Settings.of(Map.of("harness.ipvs", word)).ipvs()).isEqualTo(Optional.ofNullable(ipvs));
    }

    @Test
    void sayThatZoneAndDomainLieBehindTheIngress() {
        Settings settings = Settings.of(Map.of("harness.ingress", "192.0.2.7:8443", "harness.zone", "lab.test"));

        assertThat(settings.ingress()).contains(new Ingress("192.0.2.7", 8443, 80));
        assertThat(settings.access("board.example")).satisfies(access -> {
            assertThat(access.ingress()).isEqualTo(settings.ingress());
            assertThat(access.domains()).containsExactly("lab.test", "board.example");
        });
    }

    @Test
    void holdTheBudgetsOfProbesByTheirName() {
        Settings settings = Settings.of(Map.of("harness.budget.handshake", "60x2s/1s"));

        assertThat(settings.budget("handshake")).contains(Budget.parse("60x2s/1s"));
        assertThat(settings.budget("web")).isEmpty();
    }
}
