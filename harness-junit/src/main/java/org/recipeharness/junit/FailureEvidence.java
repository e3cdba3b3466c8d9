package org.recipeharness.junit;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.tier.RecipeRun;

/** Attaches a run's evidence to the test or container that failed. */
final class FailureEvidence {

    private FailureEvidence() {}

    /** Notes the failure and attaches the evidence; an error on the way is suppressed onto the failure, never in its place. */
    static void attach(ExtensionContext context, RecipeRun run, Throwable failure) {
        run.noteFailure();
        TierWork.explanation(context, run, failure).ifPresent(failure::addSuppressed);
        RedPages.of(context).write(context, run, failure, files(context, run, failure));
    }

    private static List<EvidenceFile> files(ExtensionContext context, RecipeRun run, Throwable failure) {
        try {
            List<EvidenceFile> files = run.evidence();
            for (EvidenceFile file : files) {
                context.publishFile(
                        file.name(), MediaType.TEXT_PLAIN_UTF_8, path -> Files.writeString(path, file.text()));
            }
            return files;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return List.of();
    }
}
