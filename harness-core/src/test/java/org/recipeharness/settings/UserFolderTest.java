package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFolderTest {

    @ParameterizedTest
    @CsvSource({"CACHE, XDG_CACHE_HOME, /home/me/.cache", "DATA, XDG_DATA_HOME, /home/me/.local/share"})
    void liesWhereTheSpecificationSays(UserFolder folder, String variable, String usual) {
        assertThat(folder.of(Map.of(variable, "/var/of/me"), "/home/me"))
                .isEqualTo(Path.of("/var/of/me/recipe-harness"));
        assertThat(folder.of(Map.of(), "/home/me")).isEqualTo(Path.of(usual + "/recipe-harness"));
    }

    @ParameterizedTest
    @CsvSource({"CACHE, XDG_CACHE_HOME, /home/me/.cache", "DATA, XDG_DATA_HOME, /home/me/.local/share"})
    void ignoresAPathThatIsNotAbsolute(UserFolder folder, String variable, String usual) {
        assertThat(folder.of(Map.of(variable, "mine"), "/home/me")).isEqualTo(Path.of(usual + "/recipe-harness"));
        assertThat(folder.of(Map.of(variable, ""), "/home/me")).isEqualTo(Path.of(usual + "/recipe-harness"));
    }

    @Test
    void holdsClonesAndCanonicalsUnlessSettingsSayOtherwise() {
        Settings usual = Settings.of(Map.of());
        assertThat(usual.cache())
                .endsWithRaw(Path.of("recipe-harness/catalogue"))
                .isAbsolute();
        assertThat(usual.canonicals())
                .endsWithRaw(Path.of("recipe-harness/canonicals"))
                .isAbsolute();

        Settings set = Settings.of(Map.of("harness.cache", "/tmp/clones", "harness.canonicals", "/srv/canonicals"));
        assertThat(set.cache()).isEqualTo(Path.of("/tmp/clones"));
        assertThat(set.canonicals()).isEqualTo(Path.of("/srv/canonicals"));
    }
}
