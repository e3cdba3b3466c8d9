package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx, latest",
        "nginx:1.27, nginx, 1.27",
        "ghcr.io/bluesky-social/pds:0.4, ghcr.io/bluesky-social/pds, 0.4",
        "127.0.0.1:5000/pds, 127.0.0.1:5000/pds, latest",
        "127.0.0.1:5000/pds:0.4, 127.0.0.1:5000/pds, 0.4",
        "127.0.0.1:5000/pds@sha256:4e8a, 127.0.0.1:5000/pds, sha256:4e8a",
        "127.0.0.1:5000/pds:0.4@sha256:4e8a, 127.0.0.1:5000/pds, sha256:4e8a",
    })
    void hasANameAndAVersion(String image, String name, String version) {
        assertThat(ImageReference.of(image)).isEqualTo(new ImageReference(name, version));
    }
}
