package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.process.Command;
import org.recipeharness.process.Finished;

/** Whether docker reads our one rendered document as it reads the compose files themselves. */
@Tag("swarm")
class DockerComparisonTest {

    @BeforeAll
    static void needsStackConfig() throws InterruptedException {
        Finished help = Command.of("docker", "stack", "config", "--help").run();
        assumeTrue(
                help.exit() == 0 && help.out().contains("--compose-file"),
                "This docker CLI has no 'docker stack config' (it came with 23.0; Debian's 20.10 lacks it), so that"
                        + " the rendering can't be compared with docker's own");
    }

    @ParameterizedTest
    @MethodSource("org.recipeharness.compose.MergeCase#all")
    void dockerReadsEachCaseAlike(MergeCase merge) throws Exception {
        assertSame(merge.files(), MergeCase.VARIABLES, merge.document());
    }

    @ParameterizedTest
    @MethodSource("org.recipeharness.compose.LabRecipe#all")
    void dockerReadsEachRecipeAlike(LabRecipe recipe) throws Exception {
        assertSame(recipe.composeFiles(), recipe.variables(), recipe.document());
    }

    private static void assertSame(List<Path> files, Variables variables, ComposeDocument document)
            throws InterruptedException, IOException {
        var ofFiles = new ArrayList<>(List.of("docker", "stack", "config"));
        files.forEach(file -> ofFiles.addAll(List.of("-c", file.toString())));
        Command docker = Command.of(ofFiles.toArray(String[]::new));
        for (Variable variable : variables.all()) {
            docker = docker.with(variable.name(), variable.value());
        }
        Command ofOurs = Command.of("docker", "stack", "config", "-c", "-").reading(YamlWriter.write(document.root()));

        assertThat(read(ofOurs, document))
                .as("what docker reads from our document, compared with what it reads from %s", files)
                .isEqualTo(read(docker, document));
    }

    private static Object read(Command docker, ComposeDocument document) throws InterruptedException {
        String config = docker.run().orFail("Reading compose files by docker").out();
        return PlainTree.of(new DockerConfig(new YamlReader("docker stack config").read(config))
                .comparable(document.root().text("version").orElse("")));
    }
}
