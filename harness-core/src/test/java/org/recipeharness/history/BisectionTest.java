package org.recipeharness.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.recipeharness.history.Bisection.Found;
import org.recipeharness.history.Bisection.Shown;

class BisectionTest {

    @Property
    void findsTheFirstBadOneWithAsFewTrialsAsThereCanBe(
            @ForAll @IntRange(min = 1, max = 200) int count, @ForAll @IntRange(min = 0, max = 199) int at)
            throws InterruptedException {
        int first = at % count;

        Found found = among(count, first, Set.of(), 50);

        assertThat(found.firstBad()).contains(String.valueOf(first));
        assertThat(found.steps().size()).isLessThanOrEqualTo((int) Math.ceil(Math.log(count) / Math.log(2)) + 1);
        assertThat(found.steps()).doesNotHaveDuplicates();
    }

    @Property
    void theFirstBadOneIsAmongThoseThatAreLeftWhateverCannotBeTested(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 0, max = 39) int at,
            @ForAll Set<@IntRange(min = 0, max = 38) Integer> untestable)
            throws InterruptedException {
        int first = at % count;

        Found found = among(count, first, untestable, 100);

        assertThat(found.candidates()).contains(String.valueOf(first));
        assertThat(found.steps()).doesNotHaveDuplicates();
        if (IntStream.range(Math.max(0, first - 1), first + 1).noneMatch(untestable::contains)) {
            assertThat(found.firstBad()).contains(String.valueOf(first));
        }
    }

    @Test
    void onlyTheLastOneNeedsNoTrial() throws InterruptedException {
        Found found = among(1, 0, Set.of(), 10);

        assertThat(found.firstBad()).contains("0");
        assertThat(found.steps()).isEmpty();
    }

    @Test
    void aNeighbourIsTriedWhereTheMiddleCannotBe() throws InterruptedException {
        Found found = among(5, 3, Set.of(2), 10);

        assertThat(found.steps()).extracting(Bisection.Step::shown).startsWith(Shown.UNTESTABLE);
        assertThat(found.candidates()).containsExactly("2", "3");
        assertThat(found.firstBad()).isEmpty();
    }

    @Test
    void noMoreAreTriedThanMayBe() throws InterruptedException {
        Found found = among(100, 77, Set.of(), 2);

        assertThat(found.steps()).hasSize(2);
        assertThat(found.candidates()).hasSizeLessThan(30).contains("77");
    }

    @Test
    void amongNoneThereIsNothingToFind() {
        assertThatThrownBy(() -> among(0, 0, Set.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Found among(int count, int first, Set<Integer> untestable, int most) throws InterruptedException {
        List<String> commits =
                IntStream.range(0, count).mapToObj(String::valueOf).toList();
        return new Bisection(
                        commit -> {
                            int at = Integer.parseInt(commit);
                            if (untestable.contains(at)) {
                                return Shown.UNTESTABLE;
                            }
                            return at < first ? Shown.GOOD : Shown.BAD;
                        },
                        most)
                .among(commits);
    }
}
