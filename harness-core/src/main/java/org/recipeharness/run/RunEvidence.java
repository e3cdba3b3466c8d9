package org.recipeharness.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.app.Examination;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.Tier;
import org.recipeharness.evidence.EvidenceCollector;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.report.model.Failed;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RedTest;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.symptom.Symptom;

/** What a run can tell of its app when a test is red: as it is now, or as it was before it had to be taken back. */
final class RunEvidence {

    private final RunPlan plan;
    private final RunId id;
    private final Instant started;
    private final Settings settings;
    private final Swarm swarm;
    private final RunSources sources;
    private final Stage stage;
    private final Operations operations;
    private Optional<Seen> before = Optional.empty();
    private Map<String, String> images = Map.of();
    private boolean ended;

    RunEvidence(
            RunPlan plan,
            RunId id,
            Instant started,
            Settings settings,
            Swarm swarm,
            RunSources sources,
            Stage stage,
            Operations operations) {
        this.plan = plan;
        this.id = id;
        this.started = started;
        this.settings = settings;
        this.swarm = swarm;
        this.sources = sources;
        this.stage = stage;
        this.operations = operations;
    }

    /** What an app was like that is there no more. */
    private record Seen(
            Optional<Rendered> sent, List<EvidenceFile> files, List<ServiceStory> stories, List<Symptom> symptoms) {}

    /** Keeps what there is to see of the app that has failed, which is about to be taken back. */
    void keepAsItIs() throws InterruptedException {
        List<EvidenceFile> files = files();
        before = Optional.of(new Seen(stage.sent(), files, stories(files), symptoms()));
    }

    /** From here on, the swarm can't be asked any more. */
    void end() {
        ended = true;
        images = new ImageIds(swarm).of(stage.images());
    }

    /** The ids of the images that were sent; known from the end on. */
    Map<String, String> images() {
        return images;
    }

    List<Symptom> symptoms() throws InterruptedException {
        if (before.isPresent()) {
            return before.get().symptoms();
        }
        return ended || stage.sent().isEmpty()
                ? List.of()
                : new Examination(swarm, stage.sent().get().plan(), stage.since()).symptoms();
    }

    List<EvidenceFile> files() throws InterruptedException {
        if (before.isPresent()) {
            return before.get().files();
        }
        if (ended) {
            return List.of();
        }
        var files = new ArrayList<EvidenceFile>();
        Findings findings = operations.findings();
        if (!findings.all().isEmpty()) {
            files.add(new EvidenceFile("findings.txt", findings.text()));
        }
        if (stage.sent().isPresent()) {
            files.addAll(new EvidenceCollector(swarm).collect(stage.sent().get().plan(), stage.pulled()));
        }
        return files;
    }

    RedTest red(
            Failed failed, Optional<Tier> tier, List<Note> noted, List<BudgetUse> waited, List<EvidenceFile> files) {
        Optional<Rendered> sent = before.isPresent() ? before.get().sent() : stage.sent();
        var record = new RedRecord(plan, id, started, sources.knownHead(), sent);
        return new RedTest(
                failed,
                record.facts(failed.at()),
                Stream.concat(findingsFor(tier), noted.stream()).toList(),
                Stream.concat(stage.load().imposed().map(RedRecord::load).stream(), record.adapted().stream())
                        .toList(),
                RedRecord.readiness(Stream.concat(
                        operations.head().stream().flatMap(installed -> installed.readiness().stream()),
                        waited.stream())),
                stories(files),
                files.stream().map(file -> new Note(file.name(), file.text())).toList(),
                new Repetition(plan.recipe(), settings, sources.knownHead(), tier).command());
    }

    Tested tested() {
        Optional<Checkout> head = sources.knownHead();
        return new Tested(
                head.map(checkout -> new Head(checkout.ref(), checkout.commit(), checkout.dirty())),
                new Repetition(
                                plan.recipe(),
                                settings,
                                head,
                                settings.text(Setting.TIER).map(Tier::of))
                        .command(),
                stage.load().imposed(),
                stage.load().budgets(),
                operations.coverage());
    }

    private Stream<Note> findingsFor(Optional<Tier> tier) {
        return tier.map(operations.findings()::explaining).orElse(List.of()).stream()
                .map(finding -> new Note(finding.origin() + ": " + finding.rule(), finding.text()));
    }

    private List<ServiceStory> stories(List<EvidenceFile> files) {
        if (before.isPresent()) {
            return before.get().stories();
        }
        return ended
                ? List.of()
                : stage.sent()
                        .map(sent -> new EvidenceCollector(swarm).stories(sent.plan(), files))
                        .orElse(List.of());
    }
}
