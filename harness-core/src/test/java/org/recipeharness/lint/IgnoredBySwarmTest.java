package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test writes a field that swarm ignores, and finds that and nothing else. */
class IgnoredBySwarmTest {

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build: . | note | build",
                "cgroupns_mode: host | note | cgroupns_mode",
                "cgroup_parent: x | note | cgroup_parent",
                "devices: [/dev/dri] | warning | devices",
                "domainname: x | note | domainname",
                "external_links: [x] | warning | external_links",
                "ipc: host | warning | ipc",
                "links: [db] | note | links",
                "mac_address: x | note | mac_address",
                "network_mode: host | warning | network_mode",
                "pid: host | warning | pid",
                "privileged: true | warning | privileged",
                "restart: always | note | restart",
                "restart: \"no\" | warning | restart",
                "security_opt: [a] | warning | security_opt",
                "shm_size: 1g | warning | shm_size",
                "userns_mode: host | warning | userns_mode",
                "container_name: x | note | container_name",
                "expose: [80] | note | expose",
                "tmpfs: /run | warning | tmpfs",
                "depends_on: [db] | note | depends_on",
                "networks: {default: {ipv4_address: 10.0.0.5}} | warning | networks.ipv4_address"
            })
    void findsAField(String field, String severity, String name) throws IOException {
        add(field);

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:6: " + severity + ": ignored-by-swarm: swarm ignores '" + name
                        + "' of the service 'app'. ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: tmpfs, target: /a, tmpfs: {mode: 700}} | volumes.tmpfs.mode",
                "{type: bind, source: /a, target: /b, bind: {create_host_path: true}} | volumes.bind.create_host_path",
                "{type: bind, source: /a, target: /b, bind: {selinux: z}} | volumes.bind.selinux"
            })
    void findsAnOptionOfAMount(String mount, String name) throws IOException {
        recipe.change("compose.yml", "- data:/data\n", "- data:/data\n      - " + mount + "\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:16: warning: ignored-by-swarm: swarm ignores '" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "privileged: false",
                "devices: []",
                "tmpfs:",
                "read_only: true",
                "init: true",
                "cap_drop: [ALL]",
                "ports: [\"80:80\"]",
                "networks: {default: {aliases: [x]}}"
            })
    void isSilentOnWhatSwarmHonours(String field) throws IOException {
        add(field);

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void findsAnAddressBeforeAPort() throws IOException {
        add("ports: [\"127.0.0.1:80:80\"]");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "compose.yml:6: warning: ignored-by-swarm: swarm ignores the address in 'ports' of the service"
                                + " 'app'. The port is open on every address of the node.");
    }

    @Test
    void saysThatAReadOnlyServiceCanWriteNowhere() throws IOException {
        recipe.change(
                        "compose.yml",
                        "    image: postgres:15.4\n",
                        "    image: demo/worker:15.4.1\n    read_only: true\n    tmpfs: [/run]\n")
                .change("compose.yml", "    volumes: [\"dump:/var/lib/postgresql/data\", \"dump:/dump\"]\n", "")
                .change("compose.yml", "        backupbot.backup.path: \"/dump/dump.sql\"\n", "");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .isEqualTo("compose.yml:30: warning: ignored-by-swarm: swarm ignores 'tmpfs' of the service 'db'. The"
                        + " service is read_only, so it can write nowhere. Write volumes: - type: tmpfs with a target"
                        + " for each");
    }

    @Test
    void namesAFieldOfManyServicesOnce() throws IOException {
        add("restart: always");
        recipe.change("compose.yml", "    image: postgres:15.4\n", "    image: postgres:15.4\n    restart: always\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "compose.yml:6: note: ignored-by-swarm: swarm ignores 'restart' of the services [app, db]. ");
    }

    private void add(String field) throws IOException {
        recipe.change("compose.yml", "    image: demo/app:1.2.3\n", "    image: demo/app:1.2.3\n    " + field + "\n");
    }
}
