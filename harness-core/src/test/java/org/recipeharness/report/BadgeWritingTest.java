package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.report.model.Sweeps;

class BadgeWritingTest {

    /** Each recipe has all results written anew: with every badge, a sweep would write the square of its recipes in files. */
    @Test
    void writesABadgeAgainOnlyWhenItSaysAnother(@TempDir Path temporary) throws IOException {
        var folder = new ResultsFolder(temporary);
        folder.write(Sweeps.of(false, Sweeps.green("mumble"), Sweeps.green("gitea")));
        Path mumble = temporary.resolve("badge-mumble.svg");
        assertThat(mumble).content().contains("passed");
        Files.delete(mumble);

        folder.write(Sweeps.of(false, Sweeps.green("mumble"), Sweeps.green("gitea")));
        assertThat(mumble).doesNotExist();

        folder.write(Sweeps.of(true, Sweeps.green("mumble"), Sweeps.red(temporary.resolve("page.html"))));
        assertThat(mumble).doesNotExist();
        assertThat(temporary.resolve("badge-gitea.svg")).content().contains("failed");

        new ResultsFolder(temporary).write(Sweeps.of(true, Sweeps.green("mumble")));
        assertThat(mumble).exists();
    }
}
