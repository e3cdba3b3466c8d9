package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.YamlWriter;
import org.recipeharness.recipe.Origin;

class MaskingTest {

    private static final Origin RUN = Origin.of("the run");
    private static final String SECRET = "p/$ä \"w\\rd?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before p/$ä \"w\\rd? after",
                "before cC8kw6QgIndccmQ/ after",
                "before cC8kw6QgIndccmQ_ after",
                "before p%2F%24%C3%A4+%22w%5Crd%3F after"
            })
    void hidesASecretAsItIsAndInItsBase64AndUrlForms(String text) {
        assertThat(masking("DB_PASSWORD", SECRET).mask(text)).isEqualTo("before ******** after");
    }

    @Test
    void hidesASecretAsTheRenderedStackWritesIt() {
        String stack =
                YamlWriter.write(new Yaml.Mapping(Map.of("password", Yaml.Scalar.text("pa$$ \"w\\rd", RUN)), RUN));

        assertThat(masking("DB_PASSWORD", "pa$$ \"w\\rd").mask(stack)).isEqualTo("\"password\": \"********\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD",
                "SMTP_PASS",
                "ADMIN_PASSWD",
                "SECRET_KEY_BASE",
                "API_TOKEN",
                "apikey",
                "AWS_ACCESS_KEY",
                "PRIVATE_KEY",
                "CREDENTIALS"
            })
    void knowsASecretByItsName(String name) {
        assertThat(masking(name, "hunter2").mask("hunter2")).isEqualTo(Masking.MASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET_DB_PASSWORD_VERSION", "DB_PASSWORD_FILE", "DOMAIN", "KEYCLOAK_URL", "COMPOSE_FILE"})
    void leavesOtherValuesReadable(String name) {
        assertThat(masking(name, "hunter2").mask("hunter2")).isEqualTo("hunter2");
    }

    @Test
    void hidesASecretWholeThatHoldsAnotherOne() {
        var masking = Masking.of(List.of(variable("A_TOKEN", "abc"), variable("B_TOKEN", "abcdef")), List.of());

        assertThat(masking.mask("abcdef abc")).isEqualTo("******** ********");
    }

    @Test
    void hidesNothingForAnEmptySecret() {
        assertThat(masking("DB_PASSWORD", "").mask("a b")).isEqualTo("a b");
        assertThat(masking("DB_PASSWORD", " ").mask("a b")).isEqualTo("a b");
    }

    private static Masking masking(String name, String value) {
        return Masking.of(List.of(variable(name, value)), List.of());
    }

    private static Variable variable(String name, String value) {
        return new Variable(name, value, "", RUN);
    }

    @Test
    void takesASwitchForNoSecret() {
        assertThat(masking("REQUIRE_PASSWORD", "0").mask("10:00")).isEqualTo("10:00");
        assertThat(masking("REQUIRE_PASSWORD", "true").mask("true story")).isEqualTo("true story");
    }

    @Test
    void hidesTheContentsOfSecretsOnTheSwarm() {
        assertThat(Masking.of(List.of(), List.of("made-up")).mask("it was made-up"))
                .isEqualTo("it was ********");
    }
}
