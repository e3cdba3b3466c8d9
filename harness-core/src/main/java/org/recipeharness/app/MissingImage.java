package org.recipeharness.app;

import java.util.Optional;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;

/**
 * An image that the swarm could not have for a service.
 *
 * @param stack whose
 * @param service the service's name within the stack
 * @param image the image's name, as rendered
 * @param rejection what the swarm said when it rejected the service's latest task
 * @param attempts how many tasks it has rejected so
 * @param pulled what came of pulling the image before the deploy; empty where it was not pulled
 */
record MissingImage(
        StackName stack, String service, String image, String rejection, int attempts, Optional<PullOutcome> pulled) {

    /** The registry has answered that it has none, so that no further attempt can end otherwise. */
    boolean isCertain() {
        return pulled.filter(NotPublished.class::isInstance).isPresent();
    }

    private boolean isUnasked() {
        return pulled.filter(Unreachable.class::isInstance).isPresent();
    }

    DeployFailedException failure() {
        return new DeployFailedException(
                isUnasked() ? DeployFailure.REGISTRY_UNREACHABLE : DeployFailure.IMAGE_UNAVAILABLE, message());
    }

    /** The swarm's own finding comes first: what was heard before the deploy only explains it. */
    private String message() {
        String found = "Deploying the stack " + stack + ": the image " + image + " of service '" + service
                + "' can't be had: " + rejection + ". ";
        if (isCertain()) {
            return found + "The registry says so too; is the name right, was the image withdrawn?" + heard();
        }
        return isUnasked()
                ? found + "The registry could not be asked, so this says nothing about the recipe" + heard()
                : found + "Whether it is published is not known" + heard();
    }

    private String heard() {
        return pulled.map(outcome -> "\nPulled before the deploy: " + outcome)
                .orElse("\nIt was not pulled before the deploy (harness.pull)");
    }
}
