package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two files say together; {@link DockerComparisonTest} proves that docker says the same of each case. */
class MergeTest {

    @ParameterizedTest
    @MethodSource("org.recipeharness.compose.MergeCase#all")
    void givesOneDocument(MergeCase merge) throws IOException {
        String folder = merge.folder().toAbsolutePath().toString();
        String expected = Files.readString(merge.folder().resolve("merged.yml"))
                .replace("FOLDER", folder)
                .replace(
                        "PARENT",
                        merge.folder().resolveSibling("").toAbsolutePath().toString());

        assertThat(PlainTree.of(merge.document().root()))
                .isEqualTo(PlainTree.of(new YamlReader("merged.yml").read(expected)));
    }
}
