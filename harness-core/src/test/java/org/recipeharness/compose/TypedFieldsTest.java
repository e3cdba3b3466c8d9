package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.recipe.Origin;

class TypedFieldsTest {

    private static final Origin ORIGIN = new Origin("compose.yml", 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/app/configs/0/mode",
                "services/app/secrets/12/mode",
                "services/app/healthcheck/retries",
                "services/app/healthcheck/disable",
                "services/app/deploy/replicas",
                "services/app/deploy/update_config/parallelism",
                "services/app/deploy/update_config/max_failure_ratio",
                "services/app/deploy/rollback_config/parallelism",
                "services/app/deploy/rollback_config/max_failure_ratio",
                "services/app/deploy/restart_policy/max_attempts",
                "services/app/deploy/placement/max_replicas_per_node",
                "services/app/ports/0/target",
                "services/app/ports/0/published",
                "services/app/ulimits/nproc",
                "services/app/ulimits/nofile/hard",
                "services/app/privileged",
                "services/app/read_only",
                "services/app/stdin_open",
                "services/app/tty",
                "services/app/volumes/0/read_only",
                "services/app/volumes/0/volume/nocopy",
                "networks/proxy/external",
                "networks/proxy/internal",
                "networks/proxy/attachable",
                "volumes/data/external",
                "secrets/key/external",
                "configs/conf/external"
            })
    void areNumbersAndTruthValues(String path) {
        assertThat(isText(path, "1") && isText(path, "yes")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/app/image",
                // The CLI leaves these as texts, and then refuses them.
                "services/app/init",
                "services/app/volumes/0/tmpfs/size",
                "services/app/environment/REPLICAS",
                "services/app/deploy/labels/replicas",
                "services/app/labels/privileged",
                "services/app/deploy/resources/limits/cpus",
                "services/app/deploy/update_config/delay",
                "services/app/deploy/rollback_config/delay",
                "services/app/deploy/rollback_config/order",
                "services/app/healthcheck/interval",
                "services/app/ports/0",
                "services/app/ports/0/protocol",
                "networks/proxy/name",
                "replicas",
                "version"
            })
    void areNoTexts(String path) {
        assertThat(TypedFields.scalar(path, "1", ORIGIN)).isEqualTo(Yaml.Scalar.text("1", ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "deploy/replicas, 010, 10",
        "deploy/replicas, -1, -1",
        "configs/0/mode, 0444, 444",
        "deploy/update_config/max_failure_ratio, .50, 0.50",
        "tty, Yes, true",
        "tty, OFF, false"
    })
    void areWrittenAsDockerReadsThem(String field, String text, String written) {
        assertThat(TypedFields.scalar("services/app/" + field, text, ORIGIN))
                .isEqualTo(Yaml.Scalar.plain(written, ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "deploy/replicas, two, expected a whole number",
        "deploy/replicas, 1.5, expected a whole number",
        "deploy/rollback_config/max_failure_ratio, much, expected a number",
        "tty, 1, 'expected one of true, yes, y, on, false, no, n, off'"
    })
    void tellThePlaceOfWhatTheyCannotBe(String field, String text, String expected) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> TypedFields.scalar("services/app/" + field, text, ORIGIN))
                .withMessage("compose.yml:7: services/app/" + field + " is '" + text + "' with its variables put in, "
                        + expected);
    }

    private static boolean isText(String path, String text) {
        try {
            return TypedFields.scalar(path, text, ORIGIN).equals(Yaml.Scalar.text(text, ORIGIN));
        } catch (ComposeException e) {
            return false;
        }
    }
}
