package org.recipeharness.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.app.AppPlan;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.report.model.Note;

/** What a run knows of itself that belongs on the page of a red test. */
record RedRecord(RunPlan plan, RunId run, Instant started, Optional<Checkout> head, Optional<Rendered> sent) {

    private static final double MILLIS = 1000;

    List<Note> facts(Instant failedAt) {
        var facts = new ArrayList<Note>();
        facts.add(new Note("recipe", plan.recipe().text()));
        head.ifPresent(tested -> facts.addAll(checkout("", tested)));
        sent.map(Rendered::plan).ifPresent(app -> {
            if (head.filter(app.checkout()::equals).isEmpty()) {
                facts.addAll(checkout("deployed ", app.checkout()));
            }
            facts.add(new Note("domain", app.domain()));
            facts.add(new Note("stack", app.stack().name().text()));
        });
        facts.add(new Note("run", run.text()));
        facts.add(new Note(
                "failed",
                failedAt.truncatedTo(ChronoUnit.MILLIS)
                        + String.format(
                                Locale.ROOT,
                                ", %.1f s after the run's start",
                                Duration.between(started, failedAt).toMillis() / MILLIS)));
        return facts;
    }

    private static List<Note> checkout(String whose, Checkout checkout) {
        return List.of(
                new Note(whose + (checkout.version().isPresent() ? "version" : "ref"), checkout.ref()),
                new Note(
                        whose + "commit",
                        checkout.commit() + (checkout.dirty() ? ", with changes that are not committed" : "")));
    }

    static Note load(String imposed) {
        return new Note(
                imposed, "put on it by the load experiment (harness.load), on each deploy once that had converged");
    }

    List<Note> adapted() {
        return sent.map(Rendered::plan).map(RedRecord::adapted).orElse(List.of());
    }

    private static List<Note> adapted(AppPlan app) {
        return Stream.concat(
                        app.stack().adaptations().stream()
                                .map(each -> new Note(
                                        each.place() + ": " + each.change(), "for the host: " + each.reason())),
                        app.drift().stream().map(line -> new Note(line, "as the test asks for it")))
                .toList();
    }

    static List<Note> readiness(Stream<BudgetUse> uses) {
        return uses.map(use -> new Note(
                        String.format(
                                Locale.ROOT,
                                "%s: %d of %d attempts, %.1f s of %s",
                                use.probe(),
                                use.attempts(),
                                use.budget().attempts(),
                                use.elapsed().toMillis() / MILLIS,
                                use.budget()),
                        use.seen()))
                .toList();
    }
}
