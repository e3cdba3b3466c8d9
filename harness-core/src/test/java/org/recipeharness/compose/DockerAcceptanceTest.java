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

    /**
     * All but those that ask for a newer version of the format than 20.10 has, and those that docker rightly refuses: a file of the
     * lab's discourse has a service without an image, as the real one does.
     */
    static Stream<ComposeDocument> documents() throws IOException {
        return Stream.concat(
                        MergeCase.all().map(MergeCase::document),
                        LabRecipe.all().map(LabRecipe::document))
                .filter(document -> document.root().text("version").orElse("").matches("3\\.[0-9]"))
                .filter(document -> document.services().entries().keySet().stream()
                        .allMatch(service -> document.services()
                                .mapping(service)
                                .text("image")
                                .isPresent()));
    }
}
