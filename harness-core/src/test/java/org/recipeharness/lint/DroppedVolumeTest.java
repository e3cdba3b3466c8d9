package org.recipeharness.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test changes a volume between two releases. */
class DroppedVolumeTest {

    private RecipeTree base;
    private RecipeTree head;

    @BeforeEach
    void writeTwoSoundReleases(@TempDir Path temporary) throws IOException {
        base = RecipeTree.sound(temporary.resolve("base"), "1.0.0+1.2.3");
        head = RecipeTree.sound(temporary.resolve("head"), "1.1.0+1.3.0");
    }

    @Test
    void doesNotMindAVolumeOfSomebodyElse() throws IOException {
        base.change("compose.yml", "volumes:\n  data:", "volumes:\n  media: {external: true}\n  data:");

        assertFinds();
    }

    @Test
    void findsAVolumeThatIsRenamed() throws IOException {
        head.change("compose.yml", "data:/d", "files:/d")
                .change("compose.yml", "volumes:\n  data:", "volumes:\n  files:");

        assertFinds("1.0.0+1.2.3:compose.yml:40: warning: dropped-volume: the volume 'data' is no longer there (new are"
                + " [files]: was it renamed?): its data stays behind");
    }

    @Test
    void findsAVolumeThatHasAnotherNameOnTheSwarm() throws IOException {
        head.change("compose.yml", "volumes:\n  data:", "volumes:\n  data:\n    name: files");

        assertFinds("1.0.0+1.2.3:compose.yml:40: warning: dropped-volume: the volume 'data' is no longer there (new are"
                + " [files]: was it renamed?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:\n    name: ${STACK_NAME}_data",
                "data:\n    name: \"${STACK_NAME}_data\"",
                "data:\n    name: ${STACK_NAME:-x}_data",
                "data:\n    name: ${STACK_NAME}_${DATA:-data}",
                "data: {external: true, name: \"${STACK_NAME}_data\"}",
                "data: {external: {name: demo_example_com_data}}"
            })
    void doesNotMindAVolumeThatKeepsItsNameOnTheSwarm(String volume) throws IOException {
        head.change("compose.yml", "volumes:\n  data:", "volumes:\n  " + volume);

        assertFinds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: ${STACK_NAME}_data", "name: ${VOLUME:-demo_example_com_data}"})
    void doesNotMindAVolumeThatHasAnotherKeyAndKeepsItsNameOnTheSwarm(String name) throws IOException {
        head.change("compose.yml", "data:/data", "files:/data")
                .change("compose.yml", "volumes:\n  data:", "volumes:\n  files:\n    " + name);

        assertFinds();
    }

    @Test
    void findsAnExternalVolumeThatIsReplacedByAnEmptyOne() throws IOException {
        base.change("compose.yml", "volumes:\n  data:", "volumes:\n  data: {external: true, name: shared}");

        assertFinds(
                "1.0.0+1.2.3:compose.yml:40: warning: dropped-volume: the volume 'shared' is no longer there (new are"
                        + " [data]: was it renamed?)");
    }

    @Test
    void comparesTheNameOfAVolumeByWhatOperatorsHaveSet() throws IOException {
        for (RecipeTree tree : List.of(base, head)) {
            tree.change("compose.yml", "volumes:\n  data:", "volumes:\n  data:\n    name: ${VOLUME}");
        }
        base.change(".env.sample", "TYPE=demo", "TYPE=demo\nVOLUME=old");
        head.change(".env.sample", "TYPE=demo", "TYPE=demo\nVOLUME=new");

        assertFinds();
    }

    @Test
    void findsAVolumeThatOnlyAnOptionalFileStillHas() throws IOException {
        head.change("compose.yml", "    volumes:\n      - data:/data\n", "")
                .change("compose.yml", "volumes:\n  data:\n", "volumes:\n")
                .change("compose.smtp.yml", "\nsecrets:\n", "\nvolumes: {data: }\nsecrets:\n");

        assertFinds("1.0.0+1.2.3:compose.yml:40: warning: dropped-volume: the volume 'data' is now only in"
                + " compose.smtp.yml, which COMPOSE_FILE of operators does not name: its data stays behind");
    }

    private void assertFinds(String... beginnings) {
        UpgradeTest.assertFinds(head, base, beginnings);
    }
}
