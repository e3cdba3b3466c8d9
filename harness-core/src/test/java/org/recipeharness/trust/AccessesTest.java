package org.recipeharness.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;

class AccessesTest {

    private static final Variables VARIABLES = Variables.none()
            .with("DOMAIN", "app.example.com", Origin.of("the test"))
            .with("STACK_NAME", "app_example_com", Origin.of("the test"));

    static Stream<Arguments> hostileServices() {
        return Stream.of(
                of(Reach.ENGINE, "volumes: ['/var/run/docker.sock:/var/run/docker.sock']"),
                of(Reach.ENGINE, "volumes: ['/var/run/docker.sock:/x:ro']"),
                of(Reach.ENGINE, "volumes: ['/run/containerd/containerd.sock:/x']"),
                of(Reach.ENGINE, "volumes: ['/:/host']"),
                of(Reach.ENGINE, "volumes: ['/srv/../:/host:ro']"),
                of(Reach.ENGINE, "volumes: [{type: bind, source: /var, target: /host}]"),
                of(Reach.ENGINE, "volumes: ['/var/lib/docker/volumes:/v']"),
                of(Reach.ENGINE, "volumes: ['${EVIL:-/run}:/x']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/etc:/host:ro']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/etc/shadow:/shadow']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/root/.ssh:/keys']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/home/abra/.abra:/x']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/proc:/host/proc:ro']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/sys/fs/cgroup:/cg']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/dev/sda:/disk']"),
                of(Reach.HOST_SYSTEM, "volumes: ['~/.ssh:/keys']"),
                of(Reach.HOST_SYSTEM, "volumes: ['/etc/localtime:/etc/localtime']"),
                of(Reach.HOST_FOLDER, "volumes: ['/srv/backups:/b']"),
                of(Reach.HOST_FOLDER, "volumes: ['../../elsewhere:/b']"),
                of(Reach.KERNEL_CAPABILITY, "cap_add: [ALL]"),
                of(Reach.KERNEL_CAPABILITY, "cap_add: [CAP_SYS_ADMIN]"),
                of(Reach.KERNEL_CAPABILITY, "cap_add: [sys_ptrace]"),
                of(Reach.CAPABILITY, "cap_add: [NET_ADMIN]"),
                of(Reach.KERNEL_PARAMETER, "sysctls: {net.ipv4.ip_forward: 1}"),
                of(Reach.KERNEL_PARAMETER, "sysctls: ['kernel.shm_rmid_forced=1']"),
                of(Reach.HOST_PORT, "ports: [{target: 80, published: 2375, mode: host}]"),
                of(Reach.SHARED_NAME, "networks: {proxy: {aliases: [traefik]}}"),
                of(Reach.MANAGER, "deploy: {placement: {constraints: ['node.role==manager']}}"),
                of(Reach.REMOTE_LOG, "logging: {driver: syslog, options: {syslog-address: 'tcp://192.0.2.1:514'}}"),
                of(Reach.CREDENTIALS, "credential_spec: {file: spec.json}"),
                of(Reach.FOREIGN_DOMAIN, "deploy: {labels: ['traefik.http.routers.a.rule=Host(`other.example.com`)']}"),
                of(Reach.FOREIGN_DOMAIN, "deploy: {labels: ['traefik.http.routers.a.rule=PathPrefix(`/`)']}"),
                of(Reach.FOREIGN_DOMAIN, "deploy: {labels: ['traefik.http.routers.a.rule=HostRegexp(`.*`)']}"),
                of(
                        Reach.FOREIGN_DOMAIN,
                        "deploy: {labels: ['traefik.http.routers.a.rule=HostRegexp(`.*|.app.example.com`)']}"),
                of(
                        Reach.FOREIGN_DOMAIN,
                        "deploy: {labels: {traefik.tcp.routers.a.rule: 'Host(`${DOMAIN}`) || HostSNI(`*`)'}}"),
                of(
                        Reach.FOREIGN_DOMAIN,
                        "deploy: {labels: ['traefik.http.routers.a.rule=Host(`evilapp.example.com`)']}"),
                of(Reach.INGRESS_SERVICE, "deploy: {labels: ['traefik.http.routers.a.service=api@internal']}"),
                of(Reach.FOREIGN_LABEL, "deploy: {labels: ['com.docker.stack.namespace=other']}"));
    }

    @ParameterizedTest
    @MethodSource("hostileServices")
    void areFoundInAService(Reach reach, String field) {
        List<Access> found = ofService(field);

        assertThat(found).extracting(Access::reach).containsExactly(reach);
        assertThat(found.get(0).reach().isRefused()).isTrue();
        assertThat(found.get(0).origin().line()).isGreaterThan(1);
    }

    static Stream<Arguments> hostileThings() {
        return Stream.of(
                of(Reach.FOREIGN_NETWORK, "networks: {n: {external: true, name: other_internal}}"),
                of(Reach.FOREIGN_NETWORK, "networks: {other_internal: {external: true}}"),
                of(Reach.FOREIGN_NETWORK, "networks: {n: {external: {name: other_internal}}}"),
                of(Reach.FOREIGN_NETWORK, "networks: {n: {name: other_internal}}"),
                of(Reach.HOST_NETWORK, "networks: {host: {external: true}}"),
                of(Reach.HOST_NETWORK, "networks: {n: {driver: macvlan, driver_opts: {parent: eth0}}}"),
                of(Reach.FOREIGN_DATA, "volumes: {v: {external: true, name: other_data}}"),
                of(Reach.FOREIGN_DATA, "volumes: {v: {name: other_data}}"),
                of(Reach.FOREIGN_DATA, "secrets: {s: {external: true, name: other_db_password_v1}}"),
                of(Reach.FOREIGN_DATA, "configs: {c: {external: true}}"),
                of(Reach.VOLUME_DRIVER, "volumes: {v: {driver: 'vieux/sshfs'}}"),
                of(
                        Reach.VOLUME_DRIVER,
                        "volumes: {v: {driver_opts: {type: nfs, o: addr=192.0.2.1, device: ':/export'}}}"),
                of(Reach.HOST_SYSTEM, "volumes: {v: {driver_opts: {type: none, o: bind, device: /etc}}}"),
                of(Reach.ENGINE, "volumes: {v: {driver: local, driver_opts: {o: bind, device: /}}}"));
    }

    @ParameterizedTest
    @MethodSource("hostileThings")
    void areFoundInNetworksVolumesSecretsAndConfigs(Reach reach, String field) {
        assertThat(accesses("services: {app: {image: 'demo:1'}}\n" + field).all())
                .extracting(Access::reach)
                .containsExactly(reach);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volumes: ['data:/data']",
                "volumes: [{type: tmpfs, target: /tmp}]",
                "volumes: ['/etc/localtime:/etc/localtime:ro', '/etc/timezone:/etc/timezone:ro']",
                "cap_add: [NET_BIND_SERVICE, CHOWN, CAP_SETUID]",
                "networks: [proxy, internal]",
                "networks: {internal: {aliases: [db]}}",
                "privileged: true",
                "logging: {driver: json-file}",
                "deploy: {placement: {constraints: ['node.labels.disk == fast']}}",
                "deploy: {labels: ['traefik.http.routers.a.rule=Host(`${DOMAIN}`, `www.${DOMAIN}`)']}",
                "deploy: {labels: ['traefik.http.routers.a.rule=Host(`${DOMAIN}`) && PathPrefix(`/x`)']}",
                "deploy: {labels: ['traefik.http.routers.a.rule=HostRegexp(`{sub:.+}.${DOMAIN}`)']}",
                "deploy: {labels: ['traefik.http.routers.a.rule=HostRegexp(`^.+\\\\.app[.]example[.]com$$`)']}",
                "deploy: {labels: ['traefik.http.routers.a.rule=${UNSET}']}",
                "deploy: {labels: ['traefik.http.routers.a.service=a']}"
            })
    void areNoneInAnUsualService(String field) {
        assertThat(ofService(field)).isEmpty();
    }

    @Test
    void areNoneInTheThingsOfTheStackItself() {
        assertThat(accesses("""
                        services: {app: {image: 'demo:1'}}
                        networks: {proxy: {external: true}, internal: {}, named: {name: '${STACK_NAME}_named'}}
                        volumes: {data: {}, named: {name: '${STACK_NAME}_named'}, ram: {driver_opts: {type: tmpfs, device: tmpfs}}}
                        secrets: {s: {external: true, name: '${STACK_NAME}_s_v1'}}
                        configs: {c: {name: '${STACK_NAME}_c_v1', file: c.conf}}
                        """)).isEqualTo(Accesses.NONE);
    }

    @Test
    void rateARecipe() {
        assertThat(Accesses.NONE.rating()).isEqualTo(6);
        assertThat(accesses("services: {app: {image: 'demo:1', ports: ['80:80'], deploy: {mode: global}}}")
                        .rating())
                .isEqualTo(5);
        assertThat(accesses("services: {app: {image: 'demo:1', ports: ['80:80'], volumes: ['/:/host']}}")
                        .rating())
                .isEqualTo(1);
    }

    @Test
    void compareWithAnotherVersion() {
        Accesses base = accesses("services: {proxy: {image: 'demo:1', volumes: ['/var/run/docker.sock:/s']}}");
        Accesses head =
                accesses("services: {other: {image: 'demo:1', volumes: ['/var/run/docker.sock:/t', '/etc:/etc']}}");

        assertThat(head.beyond(base)).extracting(Access::value).containsExactly("/etc");
        assertThat(base.beyond(base)).isEmpty();
    }

    @Test
    void nameAServiceWithAccessThatRunsAnotherProgram() {
        Accesses base = accesses("services: {proxy: {image: 'demo:1', volumes: ['/var/run/docker.sock:/s']}}");

        assertThat(accesses("services: {proxy: {image: 'demo:2@sha256:aa', volumes: ['/var/run/docker.sock:/s']}}")
                        .otherCode(base))
                .isEmpty();
        assertThat(accesses("services: {proxy: {image: 'evil:1', volumes: ['/var/run/docker.sock:/s']}}")
                        .otherCode(base))
                .containsExactly("proxy");
        assertThat(accesses(
                                "services: {proxy: {image: 'demo:1', command: [sh, -c, x], volumes: ['/var/run/docker.sock:/s']}}")
                        .otherCode(base))
                .containsExactly("proxy");
    }

    @Test
    void sayWhatAnAccessAllows() {
        assertThat(ofService("volumes: ['/etc:/host']").get(0))
                .hasToString(
                        "compose.yml:2: services.app.volumes '/etc': reads or writes the host's own system (rating 1)");
    }

    private static Arguments of(Reach reach, String field) {
        return Arguments.of(reach, field);
    }

    private static List<Access> ofService(String field) {
        return accesses("""
                services: {app: {image: 'demo:1',
                  %s}}
                networks: {proxy: {external: true}, internal: {}}
                volumes: {data: {}}
                """.formatted(field)).all();
    }

    private static Accesses accesses(String text) {
        return Accesses.of(ComposeDocument.read("compose.yml", text, VARIABLES), VARIABLES, Path.of("/srv/recipe"));
    }
}
