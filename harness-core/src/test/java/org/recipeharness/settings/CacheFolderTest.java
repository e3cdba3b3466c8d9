package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    @Test
    void liesInTheUsersCache() {
        assertThat(CacheFolder.of(Optional.of("/var/cache/me"), "/home/me"))
                .isEqualTo(Path.of("/var/cache/me/recipe-harness/catalogue"));
        assertThat(CacheFolder.of(Optional.empty(), "/home/me"))
                .isEqualTo(Path.of("/home/me/.cache/recipe-harness/catalogue"));
    }

    @Test
    void ignoresAnXdgFolderThatIsNotAbsoluteAsTheSpecificationSays() {
        assertThat(CacheFolder.of(Optional.of("cache"), "/home/me"))
                .isEqualTo(Path.of("/home/me/.cache/recipe-harness/catalogue"));
        assertThat(CacheFolder.of(Optional.of(""), "/home/me"))
                .isEqualTo(Path.of("/home/me/.cache/recipe-harness/catalogue"));
    }

    @Test
    void isWhatTheSettingSays() {
        assertThat(Settings.of(Map.of("harness.cache", "/tmp/clones")).cache()).isEqualTo(Path.of("/tmp/clones"));
    }
}
