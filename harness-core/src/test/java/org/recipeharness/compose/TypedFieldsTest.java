package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFieldsTest {

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
                "services/app/init",
                "services/app/volumes/0/read_only",
                "services/app/volumes/0/volume/nocopy",
                "services/app/volumes/0/tmpfs/size",
                "networks/proxy/external",
                "networks/proxy/internal",
                "networks/proxy/attachable",
                "volumes/data/external",
                "secrets/key/external",
                "configs/conf/external"
            })
    void areNumbersAndTruthValues(String path) {
        assertThat(TypedFields.contains(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/app/image",
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
        assertThat(TypedFields.contains(path)).isFalse();
    }
}
