package org.recipeharness.junit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.history.Identity;
import org.recipeharness.history.Remembered;
import org.recipeharness.machine.MachineWatch;
import org.recipeharness.machine.ProcFiles;
import org.recipeharness.report.Ink;
import org.recipeharness.report.Recalled;
import org.recipeharness.report.RecipeResult;
import org.recipeharness.report.ResultsFolder;
import org.recipeharness.report.Summary;
import org.recipeharness.report.Suspect;
import org.recipeharness.report.SweepResults;
import org.recipeharness.settings.LoadWish;
import org.recipeharness.tier.RecipeRun;
import org.recipeharness.tier.Tier;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Past;
import org.recipeharness.verdict.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a run of recipes: what its plan has, and what comes of each.
 *
 * <p>The results are written when the plan begins and behind each recipe, so that a run which is killed tells what it was to do, and
 * nobody takes the results of an earlier one for its own.
 */
final class SweepRecorder implements TestExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SweepRecorder.class);

    private final PrintStream out;
    private final Summary summary;
    private final MachineWatch machine = new MachineWatch(ProcFiles.ofThisMachine());
    private FollowedRecipes recipes = FollowedRecipes.none();
    private Optional<Following> following = Optional.empty();
    private int begun;

    SweepRecorder(PrintStream out, Ink ink) {
        this.out = out;
        this.summary = new Summary(ink);
    }

    /** What a plan is followed with. */
    private record Following(
            TestPlan plan,
            SweepSettings settings,
            Instant started,
            SweepHistory history,
            Optional<HarnessPrint> print) {}

    /**
     * What may be left out as unchanged.
     *
     * @param recipe its name
     * @param newest its newest run that was held to the same; empty for none
     * @param harness a hash of what its result depends on beside the recipe; empty where that can't be told
     */
    record Candidate(String recipe, Optional<Remembered> newest, Optional<String> harness) {}

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        var settings = SweepSettings.of(plan);
        following = Optional.of(new Following(
                plan,
                settings,
                Instant.now(),
                new SweepHistory(settings),
                settings.valid().map(HarnessPrint::new)));
        recipes = FollowedRecipes.of(plan, settings);
        begun = 0;
        writeSoFar();
    }

    /** Learns what runs for a class or an invocation of one, which knows its secrets and its version. */
    synchronized void runs(String owner, RecipeRun run) {
        recipes.ownedBy(owner).ifPresent(progress -> {
            progress.runs(run);
            machine.begin(owner);
        });
    }

    /** Tells which recipes a template is to be invoked for. */
    synchronized List<String> listedFor(String template) {
        return recipes.listedFor(template);
    }

    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier identifier) {
        if (!recipes.isEmpty()) {
            recipes.registered(planned(identifier));
        }
    }

    /** Gives what is known of a class's recipe from before; empty where nothing follows it. */
    synchronized Optional<Candidate> candidate(String testClass) {
        return recipes.ownedBy(testClass).map(progress -> {
            Following followed = following.orElseThrow();
            RecipeResult now = progress.soFar();
            return new Candidate(
                    now.recipe(),
                    followed.history().of(now.recipe(), now.testClass()).newest(),
                    followed.print().flatMap(progress::harness));
        });
    }

    /** Learns that a class does nothing, as an earlier run's word holds. */
    synchronized void recalls(String testClass, Recalled recalled) {
        recipes.ownedBy(testClass)
                .ifPresent(progress -> following.orElseThrow().history().recalls(progress.soFar(), recalled));
    }

    @Override
    public synchronized void executionStarted(TestIdentifier identifier) {
        progress(identifier).forEach(progress -> {
            progress.begins(planned(identifier), Instant.now());
            if (recipes.ownedBy(identifier.getUniqueId()).isPresent()) {
                begun++;
                out.println(progress.recipe() + "  begins, " + begun + " of "
                        + recipes.all().size());
            }
        });
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
        progress(identifier).forEach(progress -> progress.skips(planned(identifier), reason));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        progress(identifier).forEach(progress -> progress.publishes(planned(identifier), entry.getKeyValuePairs()));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        progress(identifier).forEach(progress -> {
            progress.ends(planned(identifier), result, Instant.now());
            if (recipes.ownedBy(identifier.getUniqueId()).isPresent()) {
                progress.ranOn(machine.end(identifier.getUniqueId()));
                progress.isOver(following.orElseThrow().settings().good().of(progress.recipe()));
                following.orElseThrow().history().suspect(progress.soFar());
                writeSoFar();
                out.println(summary.of(progress.soFar()));
            }
        });
    }

    /** Gives the recipes that are red so far, in the order of the plan. */
    synchronized List<RedRecipe> red() {
        SweepHistory history = following.orElseThrow().history();
        return recipes.all().stream()
                .filter(each -> each.soFar().outcome().isRed())
                .filter(each -> !history.isRecalled(each.soFar()))
                .map(each -> each.red(name(each)))
                .toList();
    }

    /** A recipe may have several test classes. */
    private String name(RecipeProgress progress) {
        boolean several = recipes.all().stream()
                        .filter(each -> each.recipe().equals(progress.recipe()))
                        .count()
                > 1;
        return progress.recipe() + (several ? " (" + progress.soFar().simpleClass() + ")" : "");
    }

    /** Names the recipes that have not come to their end. */
    synchronized List<String> toCome() {
        return recipes.all().stream()
                .filter(RecipeProgress::isToCome)
                .map(this::name)
                .toList();
    }

    /** Gives what JUnit was told for itself. */
    synchronized Map<String, String> told() {
        return following.map(followed -> followed.settings().told()).orElse(Map.of());
    }

    /** Whether the run has gone on for longer than this. */
    synchronized boolean isBehind(Duration deadline) {
        return following
                .filter(followed -> Instant.now().isAfter(followed.started().plus(deadline)))
                .isPresent();
    }

    /** Tells what earlier runs know of a recipe that is red now. */
    synchronized Past past(RedRecipe red) {
        Following followed = following.orElseThrow();
        Optional<String> harness = recipes.ownedBy(red.owner())
                .flatMap(progress -> followed.print().flatMap(progress::harness));
        return followed.history().past(red.result(), harness);
    }

    /** Gives the commits since a red recipe was green, the newest first; none where that is not known. */
    synchronized List<Suspect> suspects(RedRecipe red) {
        return following.orElseThrow().history().suspects(red.result());
    }

    /** Learns which of these has made it red. */
    synchronized void firstBad(RedRecipe red, Suspect commit) {
        following.orElseThrow().history().firstBad(red.result(), commit);
        out.println(red.name() + "  first bad commit: " + commit.commit() + " " + commit.subject());
        writeSoFar();
    }

    /** Learns what the re-runs of a recipe have come to. */
    synchronized void judged(String owner, Judged judged) {
        recipes.ownedBy(owner).ifPresent(progress -> {
            progress.judged(judged);
            Verdict verdict = judged.verdict();
            out.println(name(progress) + "  " + verdict.kind().word() + ": " + verdict.because());
            writeSoFar();
        });
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (!recipes.isEmpty()) {
            SweepHistory history = following.orElseThrow().history();
            history.record(results(true, RecipeProgress::atTheEnd), this::identity);
            SweepResults results = results(true, RecipeProgress::atTheEnd);
            summary.of(results).forEach(out::println);
            write(results);
        }
    }

    /**
     * Insists that something was heard of each test that was chosen.
     *
     * @throws IllegalStateException when a run has ended without that; the recipes are named
     */
    synchronized void requireComplete() {
        List<String> missing = recipes.all().stream()
                .map(RecipeProgress::atTheEnd)
                .filter(recipe -> !recipe.tests().missing().isEmpty())
                .map(recipe -> "\n  " + recipe.recipe() + ": "
                        + String.join(", ", recipe.tests().missing()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Running the tests of recipes: the run has ended, and nothing was heard of"
                    + " these tests, expected the end of each. Look for what has stopped it, and run it again:"
                    + String.join("", missing));
        }
    }

    /**
     * Insists that the load of the run was meant for a recipe that it has.
     *
     * @throws IllegalStateException when none is called so; those that there are are named
     */
    synchronized void requireLoaded() {
        Optional<String> wanted = following
                .flatMap(followed -> followed.settings().valid())
                .flatMap(valid -> valid.sweeping().load())
                .flatMap(LoadWish::recipe);
        List<String> there =
                recipes.all().stream().map(RecipeProgress::recipe).distinct().toList();
        if (wanted.isPresent() && !there.isEmpty() && !there.contains(wanted.get())) {
            throw new IllegalStateException("Putting a load (harness.load) on the recipe '" + wanted.get()
                    + "': found no such recipe in this run, so nothing was under load; expected one of "
                    + String.join(", ", there));
        }
    }

    private void writeSoFar() {
        if (!recipes.isEmpty()) {
            write(results(false, RecipeProgress::soFar));
        }
    }

    private SweepResults results(boolean over, Function<RecipeProgress, RecipeResult> result) {
        Following followed = following.orElseThrow();
        return new SweepResults(
                followed.started(),
                Instant.now(),
                over,
                Stream.concat(Stream.of(Tier.values()).map(Tier::word), Stream.of(RecipeProgress.OUTSIDE))
                        .toList(),
                followed.settings().chosen(),
                recipes.all().stream()
                        .map(result)
                        .map(followed.history()::withPast)
                        .toList(),
                followed.history().remarks());
    }

    private Optional<Identity> identity(RecipeResult result) {
        Following followed = following.orElseThrow();
        return recipes.all().stream()
                .filter(progress -> progress.tests(result))
                .findFirst()
                .flatMap(progress -> followed.print().flatMap(progress::identity));
    }

    /** That results can't be written is told, and hides none of them. */
    private void write(SweepResults results) {
        ResultsFolder folder = following.orElseThrow().settings().folder();
        try {
            Path page = folder.write(results);
            if (results.over()) {
                out.println("Results: " + page);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The results of the run could not be written to {}: {}", folder, e.toString());
        }
    }

    private List<RecipeProgress> progress(TestIdentifier identifier) {
        return recipes.isEmpty() ? List.of() : recipes.about(planned(identifier));
    }

    private PlannedTest planned(TestIdentifier identifier) {
        return new PlannedTest(following.orElseThrow().plan(), identifier);
    }
}
