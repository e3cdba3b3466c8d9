package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.settings.Setting;

class EvidencePageTest {

    private static final String PAGE = "sample-install-becomesReady.html";

    private final Path folder;

    EvidencePageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRedInTheDeployHasItsPageAndWhatFollowsFromItPointsThere() throws IOException {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).of(TwoTiersTestCases.class);

        assertThat(pages()).containsExactly(PAGE);
        assertThat(outcome.reported().filter(entry -> entry.endsWith(".html")).distinct())
                .containsExactly(reports().resolve(PAGE).toAbsolutePath().toString());
        assertThat(Files.readString(reports().resolve(PAGE)))
                .contains(
                        "Service &#x27;db&#x27; of stack " + FixtureRun.STACK + " crash-loops",
                        "db says: listening",
                        "mvn test -Drecipe=sample -Dref=1.0.0+1.0.0 -Dtier=install",
                        "moving-tag",
                        "137");
    }

    @Test
    void aGreenTestWritesNoneAndRemovesThatOfAnEarlierRun() throws IOException {
        Files.createDirectories(reports());
        Files.writeString(reports().resolve(PAGE), "of an earlier run");
        Files.writeString(reports().resolve("TEST-other.html"), "of somebody else");

        assertThat(FixtureRun.in(folder).of(TwoTiersTestCases.class).failures()).isEmpty();

        assertThat(pages()).containsExactly("TEST-other.html");
    }

    @Test
    void aPageThatCannotBeWrittenIsToldBesideTheFailureAndHidesNothing() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a-file"), "");

        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.REPORTS, blocked.toString())
                .on(swarm -> swarm.crashLoop("db"))
                .of(TwoTiersTestCases.class);

        Throwable failure = outcome.failure("Install.becomesReady");
        assertThat(failure).isInstanceOf(DeployFailedException.class);
        assertThat(failure.getSuppressed())
                .anySatisfy(beside ->
                        assertThat(beside).isInstanceOf(IOException.class).hasMessageContaining("a-file"));
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(reports())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
