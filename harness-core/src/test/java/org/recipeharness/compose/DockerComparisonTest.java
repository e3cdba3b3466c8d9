package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.process.Finished;

/** Whether docker reads our one rendered document as it reads the compose files themselves. */
@Tag("swarm")
class DockerComparisonTest {

    @BeforeAll
    static void needsStackConfig() throws InterruptedException {
        StackConfigComparison.requireDocker();
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
        Finished docker =
                StackConfigComparison.ofFiles(files, variables).run().orFail("Reading compose files by docker");

        Finished ours = StackConfigComparison.ofDocument(document).run().orFail("Reading our document by docker");

        assertThat(StackConfigComparison.comparable(ours, document))
                .as("what docker reads from our document, compared with what it reads from %s", files)
                .isEqualTo(StackConfigComparison.comparable(docker, document));
    }
}
