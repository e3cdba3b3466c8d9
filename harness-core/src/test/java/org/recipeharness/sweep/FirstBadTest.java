package org.recipeharness.sweep;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.history.Bisection.Found;
import org.recipeharness.report.ResultsFolder;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.verdict.Blame;

class FirstBadTest {

    private static final List<String> COMMITS = Stream.of("1", "2", "3", "4", "5", "6")
            .map(digit -> digit.repeat(40))
            .toList();

    private final Path folder;
    private final List<String> tried = new ArrayList<>();

    FirstBadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsTheCommitFromWhichOnItIsRedInAsFewRunsAsThereCanBe() throws InterruptedException {
        Found found = among(commit -> commit.compareTo("4") < 0 ? List.of() : List.of(Reds.cause()));

        assertThat(found.firstBad()).hasValue("4".repeat(40));
        assertThat(tried).hasSizeLessThanOrEqualTo(3).doesNotContain("6".repeat(40));
    }

    @Test
    void aCommitThatIsRedForAnotherReasonTellsNothing() throws InterruptedException {
        var other = new RedCause(
                "Install.becomesReady",
                Optional.of("install"),
                TierOutcome.FAILED,
                "it does not start",
                Blame.NONE,
                Optional.empty());

        Found found = among(commit -> switch (commit.charAt(0)) {
            case '1', '2' -> List.of();
            case '3' -> List.of(other);
            default -> List.of(Reds.cause());
        });

        assertThat(found.firstBad()).isEmpty();
        assertThat(found.candidates()).containsExactly("3".repeat(40), "4".repeat(40));
    }

    private Found among(Function<String, List<RedCause>> world) throws InterruptedException {
        Launching launching = (handover, output, limit) -> {
            String commit = requireNonNull(handover.properties().get("ref"));
            tried.add(commit);
            try {
                new ResultsFolder(output.resolveSibling(""))
                        .write(Reds.results(true, Reds.recipe(commit, world.apply(commit))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return OptionalInt.of(0);
        };
        var runs = new AloneRuns(launching, folder, Map.of(), Duration.ofSeconds(60));
        return new FirstBad(runs, Reds.recipe("6".repeat(40), List.of(Reds.cause())), List.of()).among(COMMITS);
    }
}
