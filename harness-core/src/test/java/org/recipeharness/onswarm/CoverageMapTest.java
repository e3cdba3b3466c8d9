package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.backup.Contract;
import org.recipeharness.backup.CoverageMap;
import org.recipeharness.backup.Unsaved;

@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class CoverageMapTest {

    private static final String COMPOSE = TestStack.SLEEPER + """
                volumes:
                  - whole:/whole
                  - part:/part
                  - none:/none
                configs:
                  - source: shipped
                    target: /opt/shipped
                deploy:
                  labels:
                    backupbot.backup: "true"
                    backupbot.backup.volumes.part.path: dump.sql,kept
                    backupbot.backup.volumes.none: "false"
              idle:
                image: %s
                command: sleep infinity
            volumes:
              whole:
              part:
              none:
            configs:
              shipped:
                file: %s
            """;

    private static final String WRITE = """
            set -e
            echo saved | tee /whole/a /part/dump.sql >/none/ours
            mkdir -p /part/base/deep /part/kept /opt/made/by /srv/empty
            touch /part/kept/b /part/base/1 /part/base/deep/2 /part/postmaster.pid /none/lost
            touch /opt/made/by/app /tmp/passing /run/passing
            echo changed >>/etc/motd
            """;

    private final Path folder;

    CoverageMapTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tellsWhatTheLabelsLeaveOutAndWhatTheContainersHoldThemselves(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(
                COMPOSE.formatted(TestStack.IMAGE, Files.writeString(folder.resolve("shipped"), "with the recipe")));
        assertThat(app.exec().run("bash", "-c", WRITE).exit()).isZero();

        List<Unsaved> unsaved = new CoverageMap(stack.swarm(), Set.of("ours")).of(app, Contract.of(app));

        assertThat(unsaved)
                .containsExactly(
                        new Unsaved("volume 'part'", 3, List.of("base/ (2)", "postmaster.pid")),
                        new Unsaved("volume 'none'", 1, List.of("lost")),
                        new Unsaved(
                                "the container of service 'app', outside of all volumes",
                                3,
                                List.of("/etc/motd", "/opt/made/by/app", "/srv/empty")));
    }
}
