package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import java.util.Optional;
import org.recipeharness.swarm.PullOutcome;

/** What an engine tells while it pulls. */
final class PullProgress extends ResultCallback.Adapter<PullResponseItem> {

    private static final int OK = 200;
    private static final String DIGEST = "Digest: ";

    /** With this it ends its answer when it has the image. */
    private static final String DONE = "Status: ";

    private volatile Optional<String> digest = Optional.empty();
    private volatile Optional<String> error = Optional.empty();
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile boolean done;

    @Override
    public void onNext(PullResponseItem item) {
        ErrorDetail detail = item.getErrorDetail();
        if (detail != null) {
            error = Optional.of(String.valueOf(detail.getMessage()));
        }
        String status = Optional.ofNullable(item.getStatus()).orElse("");
        if (status.startsWith(DIGEST)) {
            digest = Optional.of(status.substring(DIGEST.length()));
        }
        if (status.startsWith(DONE)) {
            done = true;
        }
    }

    /** Docker-java's own would write to the log what is none of its business: an image that is not there is no error. */
    @Override
    public void onError(Throwable thrown) {
        failure = Optional.of(thrown);
        onComplete();
    }

    /** Tells what came of it, once the answer is over. */
    PullOutcome outcome() {
        if (failure.isPresent()) {
            return failed(failure.get());
        }
        if (error.isPresent()) {
            return new PullRefusal(OK, error.get()).outcome();
        }
        return done
                ? new PullOutcome.Fetched(digest)
                : new PullOutcome.Unreachable("the engine's answer broke off before the image was there");
    }

    private static PullOutcome failed(Throwable thrown) {
        if (thrown instanceof DockerException refusal) {
            return new PullRefusal(refusal.getHttpStatus(), EngineMessage.of(refusal)).outcome();
        }
        throw new DockerClientException("the engine's answer broke off", thrown);
    }
}
