package org.recipeharness.junit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.deployment.Tier;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.report.html.EvidencePage;
import org.recipeharness.report.html.PageFolder;
import org.recipeharness.report.model.Failed;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RedTest;
import org.recipeharness.run.RecipeRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The evidence pages of all red tests that JUnit's engine runs, each beside Surefire's report and told with its test. */
final class RedPages {

    private static final Logger LOG = LoggerFactory.getLogger(RedPages.class);

    private final Path folder;
    private final PageFolder pages = new PageFolder();
    private final Map<Throwable, Path> byFailure = Collections.synchronizedMap(new IdentityHashMap<>());

    private RedPages(Path folder) {
        this.folder = folder;
    }

    /** One for all classes that the engine runs, whose settings are the same. */
    static RedPages of(ExtensionContext context) {
        return requireNonNull(context.getRoot()
                .getStore(RunStore.NAMESPACE)
                .getOrComputeIfAbsent(
                        RedPages.class,
                        type -> new RedPages(RunStore.settings(context).reports()),
                        RedPages.class));
    }

    /** Writes the page of a failure; an error on the way is suppressed onto the failure, and told, never in its place. */
    void write(ExtensionContext context, RecipeRun run, Throwable failure, List<EvidenceFile> files) {
        try {
            // What it follows from has a page already, made when it happened.
            Path known = pageOf(failure);
            tell(context, failure, known != null ? known : written(context, run, failure, files));
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
            LOG.warn("The evidence page of {} could not be written: {}", context.getDisplayName(), e.toString());
        }
    }

    private @Nullable Path pageOf(Throwable failure) {
        return causes(failure)
                .map(byFailure::get)
                .filter(page -> page != null)
                .findFirst()
                .orElse(null);
    }

    private Path written(ExtensionContext context, RecipeRun run, Throwable failure, List<EvidenceFile> files)
            throws IOException {
        Optional<Tier> tier = TierWork.tier(context);
        var failed = new Failed(
                TestName.of(context),
                tier.map(Tier::word),
                Optional.ofNullable(failure.getMessage())
                        .filter(said -> !said.isBlank())
                        .orElseGet(failure::toString),
                trace(failure),
                Instant.now());
        RedTest red = run.red(
                failed,
                tier,
                notes(failure),
                causes(failure)
                        .filter(NotReadyException.class::isInstance)
                        .map(cause -> ((NotReadyException) cause).use())
                        .toList(),
                files);
        String page = new EvidencePage(run::mask).of(red);
        return pages.write(folder, TestName.parts(context, run, tier), page);
    }

    private void tell(ExtensionContext context, Throwable failure, Path page) {
        byFailure.put(failure, page);
        context.publishReportEntry("evidence", page.toString());
        LOG.warn("Evidence: {}", page);
    }

    /** Removes the page that an earlier run has left of a test which is green now. */
    void discard(ExtensionContext context, RecipeRun run) {
        try {
            pages.discard(folder, TestName.parts(context, run, TierWork.tier(context)));
        } catch (IOException e) {
            LOG.warn(
                    "The evidence page of an earlier run of {} is still there: {}",
                    context.getDisplayName(),
                    e.toString());
        }
    }

    /**
     * What stands beside a failure and is not said by itself, such as by each look of a probe; what the files show comes from the
     * findings themselves.
     */
    private static List<Note> notes(Throwable failure) {
        String told = String.valueOf(failure.getMessage());
        return causes(failure)
                .flatMap(cause -> Stream.of(cause.getSuppressed()))
                .filter(beside -> !(beside instanceof FoundInFiles))
                .map(beside -> Optional.ofNullable(beside.getMessage()).orElseGet(beside::toString))
                .filter(beside -> !told.contains(beside))
                .distinct()
                .map(beside -> beside.split("\n", 2))
                .map(said -> new Note(said[0], said.length > 1 ? said[1] : ""))
                .toList();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(100);
    }

    private static String trace(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
