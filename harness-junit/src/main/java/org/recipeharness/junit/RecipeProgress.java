package org.recipeharness.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.recipeharness.deployment.Tier;
import org.recipeharness.history.Identity;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.run.Tested;
import org.recipeharness.sweep.RecipeTests;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;

/** What has come of a recipe's test class so far. */
final class RecipeProgress {

    /** Under what name tests are told that are outside of all tiers. */
    static final String OUTSIDE = "other tests";

    // So JUnit says it of what was still to come when somebody has cancelled a run; those tests did not ask for it.
    private static final String CANCELLED = "Execution cancelled";

    // Until a template is invoked for it, that.
    private PlannedTest owner;
    private final boolean listed;
    private final Set<Tier> planned = EnumSet.noneOf(Tier.class);
    private final String recipe;
    private final Map<String, TierProgress> tiers = new LinkedHashMap<>();
    private final TestLedger ledger = new TestLedger();
    private final List<RedCause> reds = new ArrayList<>();
    private final Map<String, Path> pages = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();
    private Optional<RecipeRun> run = Optional.empty();
    private Tested tested;
    private GoodLookup.Found good;
    private Map<String, String> images = Map.of();
    private Optional<String> whyNothing = Optional.empty();
    private Duration took = Duration.ZERO;
    private Optional<Measured> measured = Optional.empty();
    private boolean over;
    private Optional<Judged> judged = Optional.empty();

    RecipeProgress(PlannedTest owner, String recipe, GoodLookup.Found good) {
        this.owner = owner;
        this.listed = owner.isTemplate();
        this.recipe = recipe;
        this.tested = new Tested(
                Optional.empty(), "mvn test -Drecipe=" + recipe, Optional.empty(), List.of(), DataCoverage.NONE);
        this.good = good;
        List<PlannedTest> methods = owner.methods().toList();
        methods.stream().flatMap(method -> method.tier().stream()).forEach(planned::add);
        Stream.of(Tier.values())
                .filter(tier -> planned.contains(tier) || declares(tier))
                .forEach(tier -> tiers.put(tier.word(), new TierProgress(tier.word())));
        if (listed) {
            ledger.expectsAllOf(owner);
        } else {
            methods.forEach(this::expects);
            tellWhatIsNotChosen();
        }
    }

    /** Learns of a test that is to run. */
    void expects(PlannedTest method) {
        ledger.expectsNoMoreAllOf(owner);
        ledger.expects(method);
        method.tier().ifPresent(planned::add);
        tier(method);
    }

    private void tellWhatIsNotChosen() {
        Stream.of(Tier.values())
                .filter(tier -> !planned.contains(tier))
                .flatMap(tier -> Optional.ofNullable(tiers.get(tier.word())).stream())
                .forEach(tier -> tier.note(Ending.skipped("not chosen")));
    }

    /** Learns that a template is about to be invoked for it; its tests are told one by one. */
    void invokedBy(PlannedTest invocation) {
        ledger.expectsNoMoreAllOf(owner);
        owner = invocation;
        ledger.expectsAllOf(owner);
    }

    boolean isOwnedBy(String id) {
        return owner.id().equals(id);
    }

    private boolean declares(Tier tier) {
        return ReflectionSupport.findNestedClasses(owner.testClass().orElseThrow(), nested -> true).stream()
                .flatMap(nested -> AnnotationSupport.findAnnotation(nested, OfTier.class).stream())
                .anyMatch(declared -> declared.value() == tier);
    }

    String recipe() {
        return recipe;
    }

    Class<?> testClass() {
        return owner.testClass().orElseThrow();
    }

    /**
     * Return what settings can name of its selected tests.
     *
     * @param chosen the tier that the run is held to; a template has no tests yet, so its class stands for them
     * @param rollback whether the drill tier goes back to an older release
     */
    RecipeTests tests(Optional<Tier> chosen, boolean rollback) {
        var declared = new DeclaredTests(testClass());
        Set<Tier> tiers = listed ? declared.tiers() : planned;
        return declared.withTiers(
                tiers.stream()
                        .filter(tier -> chosen.isEmpty() || chosen.get() == tier)
                        .toList(),
                rollback);
    }

    boolean tests(RecipeResult result) {
        return recipe.equals(result.recipe())
                && owner.testClass().orElseThrow().getName().equals(result.testClass());
    }

    void runs(RecipeRun itsRun) {
        run = Optional.of(itsRun);
    }

    void begins(PlannedTest test, Instant now) {
        begun.put(test.id(), now);
    }

    void skips(PlannedTest test, String reason) {
        if (reason.equals(CANCELLED)) {
            return;
        }
        ledger.accounts(test);
        String told = mask(reason);
        ledger.skips(test, told);
        test.methods().map(this::tier).distinct().forEach(tier -> tier.note(Ending.skipped(told)));
    }

    void publishes(PlannedTest test, Map<String, String> entry) {
        Optional.ofNullable(entry.get("evidence")).ifPresent(page -> pages.put(test.id(), Path.of(page)));
        BudgetEntry.read(entry, this::mask).ifPresent(use -> tier(test).noteReadiness(use));
    }

    void ends(PlannedTest test, TestExecutionResult result, Instant now) {
        Ending ending = Ending.of(result, this::mask);
        boolean whole = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (!isOwnedBy(test.id())) {
            ledger.ends(test);
        }
        if (test.isMethod() || whole) {
            // Behind a class that failed or was left, its tests are not heard of any more.
            ledger.accounts(test);
        }
        if (test.id().equals(owner.id())) {
            took = Duration.between(begun.getOrDefault(test.id(), now), now);
            whyNothing = ending.reason().map(reason -> "its class: " + reason);
        } else if (test.identifier().isTest() || whole) {
            tier(test).note(ending);
        }
        if (ending.outcome() == TierOutcome.NOT_APPLICABLE) {
            ledger.notApplicable(test, ending.reason().orElse(""), tier(test));
        }
        if (ending.outcome().isRed()) {
            reds.add(new RedCause(
                    test.name(),
                    test.tier().map(Tier::word),
                    ending.outcome(),
                    ending.reason().orElse("nothing was said"),
                    blame(test, ending, result),
                    Optional.ofNullable(pages.get(test.id()))));
        }
        if (test.testClass().isPresent()
                && !test.id().equals(owner.id())
                && test.tier().isPresent()) {
            tier(test).ran(begun.getOrDefault(test.id(), now), now);
        }
    }

    /** Evidence that is missing is no failure, whatever has kept it from being found. */
    private Blame blame(PlannedTest test, Ending ending, TestExecutionResult result) {
        return result.getThrowable()
                .filter(thrown -> ending.outcome() != TierOutcome.UNVERIFIED)
                .map(thrown -> new Blaming(test, owner).of(thrown))
                .orElse(Blame.NONE);
    }

    /** Behind the class: what only its run knows is kept, and the run let go. */
    void isOver(GoodLookup.Found goodNow) {
        if (listed && !planned.isEmpty()) {
            tellWhatIsNotChosen();
        }
        tested = tested();
        images = run.map(RecipeRun::images).orElse(images);
        run = Optional.empty();
        good = goodNow;
        over = true;
    }

    boolean isToCome() {
        return !over && ledger.isToCome();
    }

    void judged(Judged itsJudged) {
        judged = Optional.of(itsJudged);
    }

    /** What was red, to be run again under this name. */
    RedRecipe red(String name) {
        return new RedRecipe(
                owner.id(),
                name,
                soFar(),
                ledger.ids().stream().map(RecipeProgress::whenAlone).toList(),
                begun.getOrDefault(owner.id(), Instant.EPOCH));
    }

    /** A recipe of a list is the only invocation when it is run alone. */
    private static String whenAlone(String id) {
        return id.replaceFirst("\\[class-template-invocation:#\\d+]", "[class-template-invocation:#1]");
    }

    /** Learns what the machine was like while it ran. */
    void ranOn(Optional<Measured> machine) {
        measured = machine;
    }

    /** What its result depends on beside the recipe, as a hash; empty where that can't be told. */
    Optional<String> harness(HarnessPrint print) {
        return print.of(owner.testClass().orElseThrow(), ledger.names(), good.good());
    }

    /** The same with the images that were sent, behind its end. */
    Optional<Identity> identity(HarnessPrint print) {
        return harness(print).map(hash -> new Identity(hash, images));
    }

    /** What has come of it while the plan goes on, in which nothing is missing yet. */
    RecipeResult soFar() {
        return result(ledger.soFar());
    }

    /** What came of it when the plan has ended. */
    RecipeResult atTheEnd() {
        return result(ledger.atTheEnd());
    }

    private RecipeResult result(TestCount tests) {
        Tested known = tested();
        return new RecipeResult(
                recipe,
                owner.testClass().orElseThrow().getName(),
                known.head(),
                tiers.values().stream().map(tier -> tier.result(whyNothing)).toList(),
                reds,
                tests,
                took,
                known.command(),
                good.good(),
                known.imposed(),
                known.coverage(),
                measured,
                judged,
                Optional.empty(),
                Stream.concat(good.remark().stream(), known.budgets().stream()).toList());
    }

    private Tested tested() {
        return run.map(RecipeRun::tested)
                .map(told -> new Tested(
                        told.head().map(head -> new Head(mask(head.ref()), head.commit(), head.dirty())),
                        mask(told.command()),
                        told.imposed(),
                        told.budgets(),
                        told.coverage().masked(this::mask)))
                .orElse(tested);
    }

    private TierProgress tier(PlannedTest test) {
        String name = test.tier().map(Tier::word).orElse(OUTSIDE);
        return tiers.computeIfAbsent(name, TierProgress::new);
    }

    private String mask(String text) {
        return run.map(each -> each.mask(text)).orElse(text);
    }
}
