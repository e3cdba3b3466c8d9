package org.recipeharness.junit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.history.Remembered;
import org.recipeharness.machine.MachineWatch;
import org.recipeharness.machine.ProcFiles;
import org.recipeharness.report.Ink;
import org.recipeharness.report.ResultsFolder;
import org.recipeharness.report.Summary;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.Suspect;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.run.RecipeRun;
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
    private final DiscoveredRecipes discovered;
    private Optional<FollowedRun> run = Optional.empty();
    private boolean repeating;
    private int begun;

    SweepRecorder(PrintStream out, Ink ink, DiscoveredRecipes discovered) {
        this.discovered = discovered;
        this.out = out;
        this.summary = new Summary(ink);
    }

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
        List<Class<?>> found = discovered.take();
        run = Optional.of(FollowedRun.of(plan, repeating ? Optional.empty() : Optional.of(found)));
        begun = 0;
        writeSoFar();
    }

    /** Begins to follow a run that repeats a part of another one, so that its settings may name what is not in this part. */
    synchronized void repeats() {
        repeating = true;
    }

    /** Requires that what the settings of the run name is in the run, as {@link RunCheck#require} does. */
    synchronized void requireChecked() {
        run.ifPresent(followed -> followed.check().require());
    }

    /** Determines whether the budgets of the run can only be judged if the probes of a class are named. */
    synchronized boolean needsProbesOf(String owner) {
        return run.flatMap(followed -> followed.recipes().ownedBy(owner).map(followed.check()::needsProbesOf))
                .orElse(false);
    }

    /** Records the names of the probes of a class, and requires that each budget is for one of the run. */
    synchronized void probesOf(String owner, Set<String> names) {
        run.ifPresent(followed -> {
            followed.recipes()
                    .ownedBy(owner)
                    .ifPresent(progress -> followed.check().probes(progress, names));
            followed.check().require();
        });
    }

    /** Learns what runs for a class or an invocation of one, which knows its secrets and its version. */
    synchronized void runs(String owner, RecipeRun recipeRun) {
        run.flatMap(followed -> followed.recipes().ownedBy(owner)).ifPresent(progress -> {
            progress.runs(recipeRun);
            machine.begin(owner);
        });
    }

    /** Tells which recipes a template is to be invoked for. */
    synchronized List<String> listedFor(String template) {
        return run.map(followed -> followed.recipes().listedFor(template)).orElse(List.of());
    }

    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier identifier) {
        if (!followed().recipes().isEmpty()) {
            followed().recipes().registered(followed().planned(identifier));
        }
    }

    /** Gives what is known of a class's recipe from before; empty where nothing follows it. */
    synchronized Optional<Candidate> candidate(String owner) {
        return run.flatMap(followed -> followed.candidate(owner));
    }

    /** Learns that a class does nothing, as an earlier run's word holds. */
    synchronized void recalls(String owner, Recalled recalled) {
        followed().recalls(owner, recalled);
    }

    @Override
    public synchronized void executionStarted(TestIdentifier identifier) {
        followed().about(identifier).forEach(progress -> {
            progress.begins(followed().planned(identifier), Instant.now());
            if (followed().recipes().ownedBy(identifier.getUniqueId()).isPresent()) {
                begun++;
                out.println(progress.recipe() + "  begins, " + begun + " of "
                        + followed().recipes().all().size());
            }
        });
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
        followed()
                .about(identifier)
                .forEach(progress -> progress.skips(followed().planned(identifier), reason));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        followed()
                .about(identifier)
                .forEach(progress -> progress.publishes(followed().planned(identifier), entry.getKeyValuePairs()));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        followed().about(identifier).forEach(progress -> {
            progress.ends(followed().planned(identifier), result, Instant.now());
            if (followed().recipes().ownedBy(identifier.getUniqueId()).isPresent()) {
                progress.ranOn(machine.end(identifier.getUniqueId()));
                progress.isOver(followed().settings().good().of(progress.recipe()));
                followed().history().suspect(progress.soFar());
                writeSoFar();
                out.println(summary.of(progress.soFar()));
            }
        });
    }

    /** Gives the recipes that are red so far, in the order of the plan. */
    synchronized List<RedRecipe> red() {
        return followed().red();
    }

    /** Names the recipes that have not come to their end. */
    synchronized List<String> toCome() {
        return followed().toCome();
    }

    /** Gives what JUnit was told for itself. */
    synchronized Map<String, String> told() {
        return run.map(followed -> followed.settings().told()).orElse(Map.of());
    }

    /** Whether the run has gone on for longer than this. */
    synchronized boolean isBehind(Duration deadline) {
        return run.filter(followed -> Instant.now().isAfter(followed.started().plus(deadline)))
                .isPresent();
    }

    /** Tells what earlier runs know of a recipe that is red now. */
    synchronized Past past(RedRecipe red) {
        return followed().past(red);
    }

    /** Gives the commits since a red recipe was green, the newest first; none where that is not known. */
    synchronized List<Suspect> suspects(RedRecipe red) {
        return followed().history().suspects(red.result());
    }

    /** Learns which of these has made it red. */
    synchronized void firstBad(RedRecipe red, Suspect commit) {
        followed().history().firstBad(red.result(), commit);
        out.println(red.name() + "  first bad commit: " + commit.commit() + " " + commit.subject());
        writeSoFar();
    }

    /** Learns what the re-runs of a recipe have come to. */
    synchronized void judged(String owner, Judged judged) {
        followed().recipes().ownedBy(owner).ifPresent(progress -> {
            progress.judged(judged);
            Verdict verdict = judged.verdict();
            out.println(followed().name(progress) + "  " + verdict.kind().word() + ": " + verdict.because());
            writeSoFar();
        });
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (!followed().recipes().isEmpty()) {
            followed().remember();
            SweepResults results = followed().results(true, RecipeProgress::atTheEnd);
            summary.of(results).forEach(out::println);
            write(results);
        }
    }

    /** Insists, as {@link FollowedRun#requireComplete}, {@link FollowedRun#requireLoaded} and {@link RunCheck#requireReported} do. */
    synchronized void requireMeant() {
        run.ifPresent(FollowedRun::requireComplete);
        run.ifPresent(FollowedRun::requireLoaded);
        run.ifPresent(followed -> followed.check().requireReported());
    }

    private void writeSoFar() {
        if (!followed().recipes().isEmpty()) {
            write(followed().results(false, RecipeProgress::soFar));
        }
    }

    /** That results can't be written is told, and hides none of them. */
    private void write(SweepResults results) {
        ResultsFolder folder = followed().settings().folder();
        try {
            Path page = folder.write(results);
            if (results.over()) {
                out.println("Results: " + page);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The results of the run could not be written to {}: {}", folder, e.toString());
        }
    }

    private FollowedRun followed() {
        return run.orElseThrow();
    }
}
