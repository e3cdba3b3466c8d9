package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.verdict.Blame;

class CommentTest {

    private final Comment comment = new Comment();

    @Test
    void aGreenRunIsATableAlone() {
        assertThat(comment.of(Sweeps.of(true, Sweeps.green("mumble")))).isEqualTo("""
                        ### Recipe Harness: passed

                        | recipe | version | outcome | install | upgrade | took |
                        | --- | --- | --- | --- | --- | --- |
                        | `mumble` | `1.0.0+1.0.0` at `cccccccc` | passed | passed | not applicable | 1 min 1 s |
                        """);
    }

    @Test
    void aRedOneHasItsCausesBelowAndTheCommandThatRepeatsIt() {
        String text = comment.of(Sweeps.mixed(Path.of("page.html")));

        assertThat(text)
                .startsWith("### Recipe Harness: failed (incomplete)\n")
                .contains(
                        "| `gitea` | `1.0.0+1.0.0` at `cccccccc` | failed | passed | – | unverified | failed | 1 min 1 s |")
                .contains("- **reattach** `Reattach.keeps` failed: `" + Sweeps.ATTACK + "`\n")
                .contains("\nAgain: `mvn test -Drecipe=gitea`\n")
                .contains("- expected, and not heard of: `Install.becomesReady`\n");
    }

    @Test
    void noTextOfOthersLeavesItsCodeSpan() {
        var red = new RedCause(
                "Custom.asks",
                Optional.of("custom"),
                TierOutcome.FAILED,
                "a ` @somebody | cell\nline",
                Blame.NONE,
                Optional.empty());

        assertThat(comment.of(Sweeps.of(true, Sweeps.with(red)))).contains("failed: `a ' @somebody \\| cell line`\n");
    }

    @Test
    void ofAWholeCatalogueItTellsOnlyWhatAForgeTakes() {
        RecipeResult[] many =
                Collections.nCopies(150, Sweeps.red(Path.of("page.html"))).toArray(RecipeResult[]::new);

        assertThat(comment.of(Sweeps.of(true, many)))
                .contains("\n… and 50 more\n")
                .hasSizeLessThan(65_536);
    }
}
