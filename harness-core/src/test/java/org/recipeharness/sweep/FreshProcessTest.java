package org.recipeharness.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FreshProcessTest {

    private static final String SECRET = "kept-to-itself";

    private final Path output;

    FreshProcessTest(@TempDir Path folder) {
        this.output = folder.resolve("output.txt");
    }

    @Test
    void isToldWhatNobodyElseSees() throws Exception {
        var handover = new Handover(Map.of("password", SECRET, "mode", "tell"), List.of("[test:1]", "[tést:\n2]"));

        assertThat(process().run(handover, output, Duration.ofSeconds(30))).hasValue(7);

        assertThat(Files.readString(output))
                .contains("told " + SECRET.length() + " [[test:1], [tést:\n2]]", "same class path true")
                .doesNotContain(SECRET);
    }

    @Test
    void isEndedAtItsLimit() throws Exception {
        var handover = new Handover(Map.of("mode", "hang"), List.of());

        assertThat(process().run(handover, output, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void whatIsNoHandoverIsToldWithoutItsText() {
        assertThatIOException()
                .isThrownBy(() -> Handover.read(new BufferedReader(new StringReader("{\"properties\": " + SECRET))))
                .withMessageContaining("found no JSON")
                .withMessageNotContaining(SECRET);
        assertThatIOException()
                .isThrownBy(() -> Handover.read(new BufferedReader(new StringReader(""))))
                .withMessageContaining("found its end");
    }

    private static FreshProcess process() {
        return new FreshProcess(ToldProgram.class.getName());
    }
}
