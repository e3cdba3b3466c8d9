package org.recipeharness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {

    private static final List<String> NAME = List.of("gitea", "reattach", "keeps its/data");

    private final Path folder;

    PageFolderTest(@TempDir Path temporary) {
        folder = temporary.resolve("reports");
    }

    @Test
    void putsNoPageOfAProcessInThePlaceOfAnother() throws IOException {
        var pages = new PageFolder();

        Path first = pages.write(folder, NAME, "first");
        Path second = pages.write(folder, NAME, "second");

        assertThat(first).hasFileName("gitea-reattach-keeps-its-data.html").hasContent("first");
        assertThat(second).hasFileName("gitea-reattach-keeps-its-data-2.html").hasContent("second");
    }

    @Test
    void putsAPageInThePlaceOfAnEarlierProcess() throws IOException {
        new PageFolder().write(folder, NAME, "yesterday's");

        new PageFolder().write(folder, NAME, "today's");

        assertThat(files()).singleElement().satisfies(page -> assertThat(page).hasContent("today's"));
    }

    @Test
    void takesAwayAllThatAnEarlierProcessHasWrittenAndNothingOfItsOwn() throws IOException {
        var yesterdays = new PageFolder();
        yesterdays.write(folder, NAME, "first");
        yesterdays.write(folder, NAME, "second");

        new PageFolder().discard(folder, NAME);
        assertThat(files()).isEmpty();

        var todays = new PageFolder();
        todays.write(folder, NAME, "red");
        todays.discard(folder, NAME);
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
