package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lab's Perl programs compile without a warning, which Perl would write into the log of each container. */
@Tag("swarm")
@Timeout(120)
class StandInWarningsTest {

    @ParameterizedTest
    @CsvSource({
        "stand-in:1, stand-in/StandIn.pm",
        "stand-in:1, pinboard/pinboard",
        "stand-in:1, mattermost/mattermost",
        "stand-in:1, immich-server/immich-server",
        "stand-in:1, gitea/gitea",
        "stand-in:1, wordpress/wordpress",
        "stand-in:1, haproxy/Rules.pm",
        "stand-in:1, haproxy/follow",
        "discourse-stand-in:1, discourse-stand-in/discourse"
    })
    void hasNoWarningOfPerl(String image, String program) throws Exception {
        Path programs = Path.of("lab", "images").toAbsolutePath();
        var perl = new ProcessBuilder(
                        "docker",
                        "run",
                        "--rm",
                        "--network=none",
                        "--volume=" + programs + ":/programs:ro",
                        "lab.invalid/" + image,
                        "perl",
                        "-I/programs/stand-in",
                        "-I/programs/haproxy",
                        "-wc",
                        "/programs/" + program)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(perl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("/programs/" + program + " syntax OK\n");
        assertThat(perl.waitFor()).isZero();
    }
}
