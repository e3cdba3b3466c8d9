package org.recipeharness.junit;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.symptom.Symptom;
import org.recipeharness.symptom.Symptoms;

/** Attaches a run's evidence to the test or container that failed. */
final class FailureEvidence {

    private FailureEvidence() {}

    /** Notes the failure and attaches the evidence; an error on the way is suppressed onto the failure, never in its place. */
    static void attach(ExtensionContext context, RecipeRun run, Throwable failure) {
        run.noteFailure();
        TierWork.explanation(context, run, failure).ifPresent(failure::addSuppressed);
        guarded(failure, () -> symptoms(context, run, failure));
        RedPages.of(context).write(context, run, failure, files(context, run, failure));
    }

    private static List<EvidenceFile> files(ExtensionContext context, RecipeRun run, Throwable failure) {
        var files = new ArrayList<EvidenceFile>();
        guarded(failure, () -> {
            for (EvidenceFile file : run.evidence()) {
                publish(context, file);
                files.add(file);
            }
        });
        return files;
    }

    /** Those that the failure's own message holds are not told twice. */
    private static void symptoms(ExtensionContext context, RecipeRun run, Throwable failure)
            throws InterruptedException {
        List<Symptom> symptoms = run.symptoms();
        if (!symptoms.isEmpty()) {
            publish(
                    context,
                    new EvidenceFile("symptoms.txt", Symptoms.text(symptoms).strip() + "\n"));
        }
        String told = String.valueOf(failure.getMessage());
        List<Symptom> untold = symptoms.stream()
                .filter(symptom -> !told.contains(symptom.toString()))
                .toList();
        if (!untold.isEmpty()) {
            failure.addSuppressed(new SeenInServices(untold));
        }
    }

    private static void publish(ExtensionContext context, EvidenceFile file) {
        context.publishFile(file.name(), MediaType.TEXT_PLAIN_UTF_8, path -> Files.writeString(path, file.text()));
    }

    private static void guarded(Throwable failure, Step step) {
        try {
            step.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void perform() throws InterruptedException;
    }
}
