package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

class ComposeDocumentTest {

    private static final Variables VARIABLES = Variables.none()
            .with("REPLICAS", "2", Origin.of("run"))
            .with("VERSION", "1.10", Origin.of("run"))
            .with("DOMAIN", "demo.lab.test", Origin.of("run"));

    @Test
    void putsVariablesIntoValuesAndNotIntoKeys() {
        Yaml.Mapping app = read("""
                        services:
                          app:
                            image: app:${VERSION}
                            environment:
                              - URL=https://$DOMAIN
                            labels:
                              ${DOMAIN}: x
                        """).services().mapping("app");

        assertThat(app.text("image")).contains("app:1.10");
        assertThat(app.mapping("environment").find("URL"))
                .contains(Scalar.text("https://demo.lab.test", new Origin("compose.yml", 5)));
        assertThat(app.mapping("labels").entries()).containsOnlyKeys("${DOMAIN}");
    }

    @Test
    void makesAnInterpolatedValueANumberOnlyWhereOneIsExpected() {
        Yaml.Mapping deploy = read("""
                        services:
                          app:
                            deploy:
                              replicas: ${REPLICAS}
                              labels:
                                version: ${VERSION}
                        """).services().mapping("app").mapping("deploy");

        assertThat(deploy.find("replicas")).contains(Scalar.plain("2", new Origin("compose.yml", 4)));
        assertThat(deploy.mapping("labels").find("version"))
                .contains(Scalar.text("1.10", new Origin("compose.yml", 6)));
    }

    @Test
    void leavesAValueWithoutReferencesInItsForm() {
        assertThat(read("services: {app: {image: x, mode: 0444}}")
                        .services()
                        .mapping("app")
                        .find("mode"))
                .contains(Scalar.plain("0444", new Origin("compose.yml", 1)));
    }

    @Test
    void tellsWhereARequiredVariableIsMissing() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("services:\n  app:\n    image: app:${TAG:?which}\n"))
                .withMessageStartingWith("compose.yml:3: the variable TAG is required and not set (which)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: '3.8'\n", "services:\n", "services: {}\n"})
    void needsAService(String text) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(text))
                .withMessage("compose.yml:1: this compose file has no service: expected 'services:' with one at least");
    }

    @Test
    void tellsThatServicesAreNoList() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("version: '3.8'\nservices:\n  - app\n"))
                .withMessage("compose.yml:3: 'services' must be a mapping (key: value lines)");
    }

    private static ComposeDocument read(String text) {
        return ComposeDocument.read("compose.yml", text, VARIABLES);
    }
}
