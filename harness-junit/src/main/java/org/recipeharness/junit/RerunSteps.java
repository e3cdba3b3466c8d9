package org.recipeharness.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.TestAbortedException;
import org.recipeharness.history.Bisection.Found;
import org.recipeharness.report.html.ResultsPage;
import org.recipeharness.report.model.Suspect;
import org.recipeharness.sweep.FirstBad;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Judge;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Verdict;

/** The attempts of a red recipe, each made when the one before has run, and behind them the verdict. */
final class RerunSteps implements Iterator<DynamicNode> {

    private final Reruns reruns;
    private final RedRecipe red;
    private final List<Attempt> attempts = new ArrayList<>();
    private int begun;
    private boolean searched;
    private boolean over;

    RerunSteps(Reruns reruns, RedRecipe red) {
        this.reruns = reruns;
        this.red = red;
        attempts.add(red.inTheSweep());
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public DynamicNode next() {
        if (over) {
            throw new NoSuchElementException("The verdict on " + red.name() + " is the last");
        }
        // One that has left nothing was interrupted, or never run.
        boolean stopped = begun > attempts.size() - 1;
        if (!stopped && reruns.repeats().isAnotherNeeded(attempts) && !reruns.isTooLate()) {
            int number = ++begun;
            return dynamicTest(red.name() + ", alone, attempt " + number, () -> attempt(number));
        }
        Verdict verdict = verdict(stopped);
        if (!searched && reruns.bisects() && verdict.kind().lasts() && !reruns.isTooLate()) {
            searched = true;
            return dynamicTest(red.name() + ", first bad commit", this::search);
        }
        over = true;
        return dynamicTest(
                red.name() + ": " + verdict.kind().word(),
                () -> reruns.sweep().judged(red.owner(), new Judged(attempts, verdict)));
    }

    private void attempt(int number) throws InterruptedException {
        Attempt attempt = reruns.runs().run(red.result(), red.tests(), number);
        attempts.add(attempt);
        if (!attempt.isGreen()) {
            throw new AssertionError(red.name() + ", alone, attempt " + number + ": "
                    + attempt.reds().stream()
                            .map(each -> each.test() + ": " + each.cause())
                            .collect(Collectors.joining("\n  "))
                    + attempt.results()
                            .map(folder -> "\nIts page: " + folder.resolve(ResultsPage.FILE))
                            .orElse(""));
        }
    }

    /** Between the last green commit and the red one; where there is nothing between, there is nothing to look for. */
    private void search() throws InterruptedException {
        var commits = new ArrayList<>(reruns.sweep().suspects(red));
        Collections.reverse(commits);
        if (commits.isEmpty()) {
            throw new TestAbortedException("No green commit of " + red.name() + " is known, or it has no newer one");
        }
        Found found = new FirstBad(reruns.runs(), red.result(), red.tests())
                .among(commits.stream().map(Suspect::commit).toList());
        commits.stream()
                .filter(commit -> found.firstBad().equals(Optional.of(commit.commit())))
                .forEach(commit -> reruns.sweep().firstBad(red, commit));
        if (found.firstBad().isEmpty()) {
            throw new TestAbortedException("The first bad commit of " + red.name() + " is one of "
                    + String.join(", ", found.candidates()) + "; tried: " + found.steps());
        }
    }

    private Verdict verdict(boolean stopped) {
        if (stopped || attempts.size() <= reruns.repeats().least()) {
            String why = stopped
                    ? "a run of it alone was stopped"
                    : "the run's deadline of " + reruns.deadline().toSeconds() + " s (harness.deadline) has passed";
            return new Verdict(
                    Verdict.Kind.UNVERIFIED,
                    why + ", so it was run alone " + (attempts.size() - 1) + " times, expected at least "
                            + reruns.repeats().least(),
                    List.of(),
                    OptionalDouble.empty());
        }
        return Judge.of(attempts, reruns.sweep().past(red));
    }
}
