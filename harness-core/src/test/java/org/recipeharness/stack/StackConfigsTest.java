package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;

class StackConfigsTest {

    private static final String COMPOSE = """
            services: {app: {image: x}}
            configs:
              app_ini:
                name: ${STACK_NAME}_app_ini_${APP_INI_VERSION:-v1}
                file: %1$s
              unversioned:
                file: %1$s
              fixed:
                name: ${STACK_NAME}_fixed
                file: %1$s
              theirs: {external: true}
            """;

    private final Path file;

    StackConfigsTest(@TempDir Path folder) {
        this.file = folder.resolve("app.ini.tmpl");
    }

    @Test
    void areTheFilesWithTheirNamesAndVersions() throws IOException {
        Files.writeString(file, "colour = red\n");
        ContentDigest content = ContentDigest.of("colour = red\n");

        assertThat(configs())
                .containsExactly(
                        config("app_ini", "demo_app_ini_v1", content, Optional.of("APP_INI_VERSION"), 4),
                        config("unversioned", "demo_unversioned", content, Optional.empty(), 7),
                        config("fixed", "demo_fixed", content, Optional.empty(), 9));
    }

    @Test
    void tellWhereAFileIsMissing() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(this::configs)
                .withMessageStartingWith("compose.yml:4: the config 'app_ini' is made of the file " + file);
    }

    private List<StackConfig> configs() {
        Variables variables = Variables.none().with("STACK_NAME", "demo", Origin.of("the run"));
        return new StackConfigs(new StackName("demo"))
                .of(ComposeDocument.read("compose.yml", COMPOSE.formatted(file), variables));
    }

    private static StackConfig config(
            String key, String name, ContentDigest content, Optional<String> version, int line) {
        return new StackConfig(key, name, content, "app.ini.tmpl", version, new Origin("compose.yml", line));
    }
}
