package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameVersionsTest {

    @Test
    void areTheVariablesBesideTheStacksName() {
        assertThat(versions("""
                configs:
                  braced: {name: "${STACK_NAME}_braced_${BRACED_VERSION}"}
                  defaulted: {name: "${STACK_NAME}_defaulted_${DEFAULTED_VERSION:-v3}"}
                  bare: {name: $STACK_NAME.$BARE_VERSION}
                  fixed: {name: "${STACK_NAME}_fixed_v1"}
                  escaped: {name: "${STACK_NAME}_$$ESCAPED"}
                  unnamed: {file: ./x}
                """))
                .isEqualTo(
                        Map.of("braced", "BRACED_VERSION", "defaulted", "DEFAULTED_VERSION", "bare", "BARE_VERSION"));
    }

    @Test
    void areThoseOfTheLastFileThatNamesAConfig() {
        assertThat(versions(
                        "configs: {one: {name: $ONE}, two: {name: $TWO}}",
                        "configs: {one: {name: $OTHER}, two: {name: fixed}}"))
                .isEqualTo(Map.of("one", "OTHER"));
    }

    @Test
    void areThoseOfSecretsToo() {
        var file = new YamlReader("compose.yml")
                .read("secrets: {token: {external: true, name: \"${STACK_NAME}_token_${SECRET_OTHER_VERSION}\"}}");

        assertThat(NameVersions.of(List.of(file)).ofSecret("token")).contains("SECRET_OTHER_VERSION");
        assertThat(NameVersions.of(List.of(file)).ofConfig("token")).isEmpty();
    }

    @Test
    void haveAConventionalNameThatAShellCanExport() {
        assertThat(NameVersions.conventional("app_ini")).isEqualTo("APP_INI_VERSION");
        assertThat(NameVersions.conventional("app-ini.conf")).isEqualTo("APP_INI_CONF_VERSION");
    }

    private static Map<String, String> versions(String... files) {
        return NameVersions.of(Arrays.stream(files)
                        .map(text -> new YamlReader("compose.yml").read(text))
                        .toList())
                .configs();
    }
}
