package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.net.ConnectException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.checkout.CapturedLog;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;

class PullProgressTest {

    private final PullProgress progress = new PullProgress();

    @Test
    void isAFetchedImageOnceTheEngineSaysThatItIsDone() throws JsonProcessingException {
        tell("""
                {"status": "Pulling from tiny", "id": "1"}
                {"status": "Extracting", "progressDetail": {"current": 124, "total": 124}, "id": "3be743b1acd6"}
                {"status": "Digest: sha256:4e8a"}
                {"status": "Status: Image is up to date for 127.0.0.1:15000/tiny:1"}
                """);

        assertThat(progress.outcome()).isEqualTo(new Fetched(Optional.of("sha256:4e8a")));
    }

    @Test
    void isNoImageWhenTheAnswerEndsInTheMiddle() throws JsonProcessingException {
        tell("""
                {"status": "Pulling from tiny", "id": "1"}
                {"status": "Download complete", "progressDetail": {}, "id": "3be743b1acd6"}
                """);

        assertThat(progress.outcome())
                .isEqualTo(new Unreachable("the engine's answer broke off before the image was there"));
    }

    @Test
    void isARefusalThatCameWhileItWasPulling() throws JsonProcessingException {
        tell("""
                {"status": "Pulling from arm", "id": "1"}
                {"errorDetail": {"message": "no matching manifest for linux/amd64 in the manifest list entries"}, "error": "no matching manifest for linux/amd64 in the manifest list entries"}
                """);

        assertThat(progress.outcome())
                .isEqualTo(new NotPublished("no matching manifest for linux/amd64 in the manifest list entries"));
    }

    @Test
    void writesNoErrorToTheLogForAnImageThatIsNotThere() {
        try (var log = new CapturedLog()) {
            progress.onError(new NotFoundException("{\"message\":\"manifest unknown\"}"));

            assertThat(log.text()).isEmpty();
        }
        assertThat(progress.outcome()).isEqualTo(new NotPublished("manifest unknown"));
    }

    @Test
    void isAnErrorWhenNoEngineAnswers() {
        progress.onError(new ConnectException("No such file or directory"));

        assertThatThrownBy(progress::outcome).hasRootCauseMessage("No such file or directory");
    }

    private void tell(String lines) throws JsonProcessingException {
        for (String line : lines.lines().toList()) {
            progress.onNext(new ObjectMapper().readValue(line, PullResponseItem.class));
        }
        progress.onComplete();
    }
}
