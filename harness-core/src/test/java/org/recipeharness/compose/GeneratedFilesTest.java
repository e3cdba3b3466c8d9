package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.NullUnmarked;
import org.recipeharness.process.Finished;

/** Whether docker reads our document as it reads the files themselves, for files that a grammar makes. */
@NullUnmarked
class GeneratedFilesTest {

    private Path folder;

    @BeforeProperty
    void makeFolder() throws Exception {
        StackConfigComparison.requireDocker();
        folder = Files.createTempDirectory("generated");
        Files.writeString(folder.resolve("content.txt"), "content\n");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Each try has three files, of which the later ones are merged into the first; docker accepts 95 of 100. */
    @Property(seed = "20261130", tries = 180, edgeCases = EdgeCasesMode.NONE, maxDiscardRatio = 3)
    @Tag("swarm")
    void dockerReadsWhatIsGeneratedAlike(
            @ForAll("files") String first, @ForAll("files") String second, @ForAll("files") String third)
            throws Exception {
        List<Path> files = List.of(
                Files.writeString(folder.resolve("compose.yml"), first),
                Files.writeString(folder.resolve("compose.second.yml"), second),
                Files.writeString(folder.resolve("compose.third.yml"), third));
        Finished docker =
                StackConfigComparison.ofFiles(files, MergeCase.VARIABLES).run();
        // What it refuses is refused by the static look.
        Assume.that(docker.exit() == 0);
        ComposeDocument document = StackConfigComparison.document(
                folder, MergeCase.VARIABLES, "compose.yml", "compose.second.yml", "compose.third.yml");

        Finished ours = StackConfigComparison.ofDocument(document).run();
        // What stands in one list in short and in long form is a double in ours, which swarm refuses as well.
        Assume.that(!ours.err().contains("must be unique"));

        assertThat(StackConfigComparison.comparable(ours.orFail("Reading our document by docker"), document))
                .isEqualTo(StackConfigComparison.comparable(docker, document));
    }

    @Provide
    Arbitrary<String> files() {
        return ComposeGrammar.files();
    }
}
