package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.stack.VolumeMount.Access;

class VolumeMountsTest {

    @Test
    void areTheNamedVolumesAndNoOtherMounts() {
        assertThat(mounts("""
                services:
                  app:
                    image: x
                    volumes:
                      - content:/srv/content
                      - shown:/srv/shown:ro
                      - /etc/timezone:/etc/timezone:ro
                      - /var/lib/anonymous
                      - theirs:/srv/theirs
                      - {type: tmpfs, target: /tmp}
                volumes:
                  content:
                  shown:
                  theirs: {external: true}
                """))
                .containsExactly(
                        new VolumeMount("content", "/srv/content", Access.READ_WRITE),
                        new VolumeMount("shown", "/srv/shown", Access.READ_ONLY));
    }

    @Test
    void tellWhatIsMountedOverThem() {
        assertThat(mounts("""
                services:
                  app:
                    image: x
                    configs:
                      - source: ini
                        target: /etc/app/app.ini
                      - source: elsewhere
                        target: /etc/apple
                      - etc
                    secrets:
                      - source: key
                        target: /etc/app/keys/key
                      - password
                    volumes:
                      - config:/etc/app/
                      - secrets:/run/secrets
                      - /srv/zone:/etc/app/zone:ro
                volumes:
                  config:
                  secrets:
                """))
                .containsExactly(
                        new VolumeMount(
                                "config", "/etc/app/", Access.READ_WRITE, List.of("app.ini", "keys/key", "zone")),
                        new VolumeMount("secrets", "/run/secrets", Access.READ_WRITE, List.of("password")));
    }

    @Test
    void areNoneWhereNothingIsMounted() {
        assertThat(mounts("services: {app: {image: x}}")).isEmpty();
    }

    private static List<VolumeMount> mounts(String compose) {
        Mapping root = ComposeTexts.root(compose);
        return VolumeMounts.of(root.mapping("services").mapping("app"), root.mapping("volumes"));
    }
}
