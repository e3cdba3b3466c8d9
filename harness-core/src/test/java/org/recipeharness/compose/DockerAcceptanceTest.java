package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.process.Command;

/** Whether {@code docker stack deploy} takes our documents; any docker CLI can tell, old ones too, and no engine is needed. */
@Tag("swarm")
class DockerAcceptanceTest {

    @ParameterizedTest
    @MethodSource("documents")
    void dockerReadsTheDocumentBeforeItLooksForAnEngine(ComposeDocument document) throws InterruptedException {
        assertThat(Command.of("docker", "--host", "unix:///nowhere.sock", "stack", "deploy", "-c", "-", "demo")
                        .reading(YamlWriter.write(document.root()))
                        .run()
                        .err())
                .contains("Cannot connect to the Docker daemon");
    }

    /** All but those that ask for a newer version of the format than 20.10 has. */
    static Stream<ComposeDocument> documents() throws IOException {
        return Stream.concat(
                        MergeCase.all().map(MergeCase::document),
                        LabRecipe.all().map(LabRecipe::document))
                .filter(document -> document.root().text("version").orElse("").matches("3\\.[0-9]"));
    }
}
