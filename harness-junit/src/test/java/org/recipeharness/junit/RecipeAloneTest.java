package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a sweep does, and leaves it alone. */
@Timeout(60)
class RecipeAloneTest {

    private final Path output;
    private final Process process;

    RecipeAloneTest(@TempDir Path folder) throws IOException {
        output = folder.resolve("output.txt");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecipeAlone.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void withoutWordOfWhatToRunItSaysThatNothingTookPlace() throws Exception {
        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output).content().contains("did not take place", "found its end");
    }

    @Test
    void endsWhenTheSweepIsGone() throws Exception {
        tell("[engine:junit-jupiter]/[class:" + Endless.class.getName() + "]");
        await().until(() -> Files.readString(output).contains(Endless.BEGUN));

        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(4);
    }

    private void tell(String test) throws IOException {
        process.getOutputStream()
                .write(("{\"properties\": {}, \"tests\": [\"" + test + "\"]}\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    static class Endless {

        static final String BEGUN = "endless test begun";

        @Test
        void waits() {
            System.out.println(BEGUN);
            await().forever().until(() -> false);
        }
    }
}
