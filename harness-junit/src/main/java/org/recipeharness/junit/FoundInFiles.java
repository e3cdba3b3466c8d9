package org.recipeharness.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.backup.BackupException;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.Finding;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.swarm.StackRefusedException;

/** Stands beside a failure, suppressed and never in its place: what the recipe's files show that may be the reason. */
final class FoundInFiles extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tells whether a failure is one of the app or its recipe; no file explains a swarm that does not answer, or a taken domain. */
    static boolean canExplain(Throwable failure) {
        return failure instanceof DeployFailedException
                || failure instanceof NotReadyException
                || failure instanceof ComposeException
                || failure instanceof StackRefusedException
                || failure instanceof BackupException
                || failure instanceof AssertionError;
    }

    FoundInFiles(List<Finding> explaining) {
        super(
                "Found in the recipe's files before the deploy, and may be the reason:"
                        + explaining.stream().map(finding -> "\n  " + finding).collect(Collectors.joining()),
                null,
                false,
                false);
    }
}
