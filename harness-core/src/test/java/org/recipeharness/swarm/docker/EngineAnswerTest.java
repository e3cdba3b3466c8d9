package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAnswerTest {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\nTransfer-Encoding: chunked\r\n\r\n";

    /** As Docker 20.10 said it of a container that was not there. */
    private static final String NOT_FOUND =
            "HTTP/1.1 404 Not Found\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 41\r\n\r\n{\"message\":\"No such container: not-here\"}and more";

    @Test
    void readsPartsUntilTheirEndAndNoFurther() throws IOException {
        EngineAnswer answer = answer(CHUNKED + "4\r\nsome\r\n6;name=value\r\n bytes\r\n0\r\n\r\nbehind");

        assertThat(answer.is(200)).isTrue();
        assertThat(answer.body()).hasContent("some bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nsome", "4\r\nsome", "4\r\nsome\r\n"})
    void doesNotTakeABrokenConnectionForTheEnd(String begun) throws IOException {
        EngineAnswer answer = answer(CHUNKED + begun);

        assertThatIOException()
                .isThrownBy(() -> answer.body().readAllBytes())
                .isInstanceOf(EOFException.class)
                .withMessageStartingWith("the engine closed the connection within its answer");
    }

    @Test
    void tellsASizeThatIsNone() throws IOException {
        EngineAnswer answer = answer(CHUNKED + "xyz\r\n");

        assertThatIOException()
                .isThrownBy(() -> answer.body().readAllBytes())
                .withMessage("the engine's answer has a part of the size 'xyz', which is no number");
    }

    @Test
    void tellsARefusalInTheEnginesWords() throws IOException {
        EngineAnswer answer = answer(NOT_FOUND);

        assertThat(answer.is(404)).isTrue();
        assertThat(answer.refusal())
                .hasMessage(
                        "the engine answered 'HTTP/1.1 404 Not Found': {\"message\":\"No such container: not-here\"}");
    }

    @Test
    void tellsAConnectionThatBreaksWithinTheHead() {
        assertThatIOException()
                .isThrownBy(() -> answer("HTTP/1.1 200 OK\r\nContent-"))
                .withMessage("the engine closed the connection within its answer's head");
    }

    private static EngineAnswer answer(String sent) throws IOException {
        return EngineAnswer.of(new ByteArrayInputStream(sent.getBytes(StandardCharsets.US_ASCII)));
    }
}
