package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.lint.published.Touches;

/** Each test gives the database of the sound recipe another image, other mounts or another update order. */
class DatabasesTest {

    private static final String IMAGE = "    image: postgres:15.4\n";
    private static final String VOLUMES = "    volumes: [\"dump:/var/lib/postgresql/data\", \"dump:/dump\"]\n";

    private RecipeTree base;
    private RecipeTree head;

    @BeforeEach
    void writeTwoSoundReleases(@TempDir Path temporary) throws IOException {
        base = RecipeTree.sound(temporary.resolve("base"), "1.0.0+1.2.3");
        head = RecipeTree.sound(temporary.resolve("head"), "1.1.0+1.3.0");
    }

    @Test
    void findsTheVolumeOfPostgres18AtTheFolderOf17() throws IOException {
        database(head, "postgres:18.1", "volumes: [\"pg:/var/lib/postgresql/data\"]");

        assertThat(head.findings())
                .containsExactly("compose.yml:29: warning: data-outside-volume: the volume 'pg' is mounted at"
                        + " /var/lib/postgresql/data, but the image of 'db' keeps its data in /var/lib/postgresql/18/docker."
                        + " Nothing named is mounted there, so the data is lost with the container, and no backup has it."
                        + " Mount the volume at /var/lib/postgresql");
        assertThat(new StaticLook().look(head.published(), Optional.empty()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.touches())
                        .containsExactlyInAnyOrder(Touches.DEPLOY, Touches.BACKUP, Touches.UPGRADE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:18                      | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "docker.io/library/postgres:19.1-alpine | volumes: [\"pg:/var/lib/postgresql/data/\"]",
                "pgvector/pgvector:0.8.1-pg18     | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgis/postgis:18-3.6           | volumes: [{type: volume, source: pg, target: /var/lib/postgresql/data}]",
                "postgres:${PG:-18.0}             | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgres:17.5                    | volumes: [\"pg:/var/lib/postgresql\"]",
                "postgres:17.5                    | volumes: [\"pg:/data\"]",
                "postgres:17.5                    | {environment: {PGDATA: /pgdata}, volumes: [\"pg:/var/lib/postgresql/data\"]}",
                "mariadb:11.4.2                   | volumes: [\"pg:/var/lib/mariadb\"]",
                "mysql:8.4.1                      | volumes: [\"pg:/var/lib\"]",
                "mongo:7.0.1                      | volumes: [\"pg:/data\"]",
                "redis:7.4.1                      | volumes: [\"pg:/var/lib/redis\"]",
                "elasticsearch:8.18.1             | volumes: [\"pg:/data\"]"
            })
    void findsDataThatLiesOutsideOfTheVolume(String image, String fields) throws IOException {
        database(head, image, fields);

        assertThat(head.findings())
                .filteredOn(finding -> finding.contains("data-outside-volume"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:18.1      | volumes: [\"pg:/var/lib/postgresql\"]",
                "postgres:18.1      | volumes: [\"pg:/var/lib/postgresql/18\"]",
                "postgres:18.1      | volumes: [\"pg:/var/lib/postgresql/18/docker\"]",
                "postgres:18.1      | {environment: [PGDATA=/var/lib/postgresql/data/pg], volumes: [\"pg:/var/lib/postgresql/data\"]}",
                "postgres:17.5      | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgres:17.5      | {environment: {PGDATA: /var/lib/postgresql/data/pg}, volumes: [\"pg:/var/lib/postgresql/data\"]}",
                "postgres:17.5      | {command: postgres -D /db, volumes: [\"pg:/db\"]}",
                "postgres:17.5      | volumes: [\"pg:/var/lib/postgresql/data\", \"other:/backups\"]",
                "postgres:17.5      | volumes: [\"./init:/docker-entrypoint-initdb.d\"]",
                "postgres:bookworm  | volumes: [\"pg:/data\"]",
                "bitnami/postgresql:18.1.0 | volumes: [\"pg:/bitnami/postgresql\"]",
                "prodrigestivill/postgres-backup-local:18.1.0 | volumes: [\"pg:/backups\"]",
                "redis:7.4.1        | {command: redis-server --dir /var/lib/redis, volumes: [\"pg:/var/lib/redis\"]}",
                "redis:7.4.1        | volumes: [{type: tmpfs, target: /data}, \"pg:/etc/redis\"]",
                "elasticsearch:8.18.1 | {environment: {path.data: /data}, volumes: [\"pg:/data\"]}",
                "mongo:7.0.1        | volumes: [\"pg:/data/db\", \"other:/data/configdb\"]"
            })
    void isContentWithDataOnTheVolume(String image, String fields) throws IOException {
        database(head, image, fields);

        assertThat(head.findings())
                .filteredOn(finding -> finding.contains("data-outside-volume"))
                .isEmpty();
    }

    @Test
    void findsDataOutsideOfTheVolumeInAnOptionalFile() throws IOException {
        head.write("compose.pg.yml", """
                version: "3.8"
                services:
                  pg:
                    image: postgres:18.1
                    healthcheck: {test: a}
                    volumes: ["pg:/var/lib/postgresql/data"]
                volumes: {pg: }
                """);

        assertThat(head.findings())
                .filteredOn(finding -> finding.contains("data-outside-volume"))
                .singleElement()
                .asString()
                .startsWith("compose.pg.yml:6: warning: data-outside-volume: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:16.4          | postgres:17.2 | /var/lib/postgresql/data | PostgreSQL 16.4 to 17.2",
                "postgres:17.2          | postgres:16.4 | /var/lib/postgresql/data | PostgreSQL 17.2 to 16.4",
                "postgres:9.5.1         | postgres:9.6.2 | /var/lib/postgresql/data | PostgreSQL 9.5 to 9.6",
                "postgis/postgis:15-3.4 | postgis/postgis:16-3.4 | /var/lib/postgresql/data | PostgreSQL 15.* to 16",
                "postgres:16.4          | pgvector/pgvector:0.8.0-pg17 | /var/lib/postgresql/data | PostgreSQL 16.4 to 17",
                "timescale/timescaledb-ha:pg16.4-ts2.17.2 | timescale/timescaledb-ha:pg17.1-ts2.17.2 | /home/postgres/pgdata/data | PostgreSQL",
                "ghcr.io/immich-app/postgres:14-vectorchord0.3.0 | ghcr.io/immich-app/postgres:15-vectorchord0.3.0 | /var/lib/postgresql/data | PostgreSQL",
                "bitnami/postgresql:15.4.0 | bitnami/postgresql:16.4.0 | /bitnami/postgresql | PostgreSQL",
                "mariadb:10.11.2        | mariadb:11.4.2 | /var/lib/mysql | MariaDB 10.11 to 11.4 .*MARIADB_AUTO_UPGRADE=1",
                "mariadb:11.4.2         | mariadb:10.11.2 | /var/lib/mysql | MariaDB 11.4 to 10.11",
                "mysql:5.7.44           | mysql:8.4.1 | /var/lib/mysql | MySQL 5.7 to 8.4",
                "mysql:8.0.36           | mysql:9.1.0 | /var/lib/mysql | MySQL",
                "mysql:8.4.1            | mysql:8.0.36 | /var/lib/mysql | MySQL",
                "mongo:4.4.29           | mongo:6.0.15 | /data/db | MongoDB 4.4 to 6.0",
                "mongo:6.0.15           | mongo:5.0.2 | /data/db | MongoDB",
                "elasticsearch:6.8.23   | elasticsearch:8.17.0 | /usr/share/elasticsearch/data | Elasticsearch",
                "elasticsearch:7.10.2   | elasticsearch:8.17.0 | /usr/share/elasticsearch/data | Elasticsearch 7.10 to 8.17",
                "opensearchproject/opensearch:1.3.0 | opensearchproject/opensearch:3.0.0 | /usr/share/opensearch/data | OpenSearch",
                "redis:8.0.1            | redis:7.4.1 | /data | Redis 8.0 to 7.4",
                "valkey/valkey:8.1.0    | valkey/valkey:7.2.9 | /data | Valkey",
                "rabbitmq:3.12.1        | rabbitmq:4.0.3 | /var/lib/rabbitmq | RabbitMQ 3.12 to 4.0",
                "nextcloud:27.1.0       | nextcloud:29.0.1 | /var/www/html | Nextcloud 27.1 to 29.0",
                "nextcloud:29.0.1       | nextcloud:28.0.1 | /var/www/html | Nextcloud",
                "getmeili/meilisearch:v1.5.0 | getmeili/meilisearch:v1.6.0 | /meili_data | Meilisearch 1.5 to 1.6",
                "influxdb:1.8.10        | influxdb:2.7.4 | /var/lib/influxdb | InfluxDB"
            })
    void findsAServerThatDoesNotReadItsData(String older, String newer, String target, String found)
            throws IOException {
        upgradeDatabase(older, newer, "volumes: [\"pg:" + target + "\"]");

        assertThat(jumps())
                .singleElement()
                .asString()
                .matches("compose.yml:28: warning: database-major-jump: 'db' goes from " + found + ".*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:16.2     | postgres:16.4     | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgres:16.4     | postgres:17.2     | {}",
                "postgres:16.4     | postgres:17.2     | volumes: [\"pg:/backups\"]",
                "postgres:16.4     | postgres:bookworm | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgres:16       | postgres:16.4     | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "pgautoupgrade/pgautoupgrade:16-alpine | pgautoupgrade/pgautoupgrade:17-alpine | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "postgres:16.4     | pgautoupgrade/pgautoupgrade:17-alpine | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "prometheuscommunity/postgres-exporter:0.15.0 | prometheuscommunity/postgres-exporter:1.0.0 | volumes: [\"pg:/var/lib/postgresql/data\"]",
                "mariadb:10.11.2   | mariadb:11.4.2    | {environment: [MARIADB_AUTO_UPGRADE=1], volumes: [\"pg:/var/lib/mysql\"]}",
                "mariadb:10.11.2   | mariadb:10.11.9   | volumes: [\"pg:/var/lib/mysql\"]",
                "mysql:5.7.44      | mysql:8.0.36      | volumes: [\"pg:/var/lib/mysql\"]",
                "mysql:8.0.36      | mysql:8.4.1       | volumes: [\"pg:/var/lib/mysql\"]",
                "mongo:4.4.29      | mongo:5.0.2       | volumes: [\"pg:/data/db\"]",
                "mongo:4           | mongo:5           | volumes: [\"pg:/data/db\"]",
                "elasticsearch:7.17.0 | elasticsearch:8.17.0 | volumes: [\"pg:/usr/share/elasticsearch/data\"]",
                "redis:7.4.1       | redis:8.0.1       | volumes: [\"pg:/data\"]",
                "redis:6.2.1       | redis:6.0.1       | volumes: [\"pg:/data\"]",
                "rabbitmq:3.13.1   | rabbitmq:4.0.3    | volumes: [\"pg:/var/lib/rabbitmq\"]",
                "nextcloud:28.0.1  | nextcloud:29.0.1  | volumes: [\"pg:/var/www/html\"]",
                "getmeili/meilisearch:v1.5.0 | getmeili/meilisearch:v1.5.2 | volumes: [\"pg:/meili_data\"]",
                "influxdb:2.6.1    | influxdb:2.7.4    | volumes: [\"pg:/var/lib/influxdb2\"]",
                "neo4j:5.1.0       | neo4j:5.20.0      | volumes: [\"pg:/data\"]",
                "demo/db:1.2.3     | demo/db:4.2.3     | volumes: [\"pg:/data\"]"
            })
    void isContentWithAServerThatReadsItsData(String older, String newer, String fields) throws IOException {
        upgradeDatabase(older, newer, fields);

        assertThat(jumps()).isEmpty();
    }

    @Test
    void followsTheDataToAnotherService() throws IOException {
        upgradeDatabase("postgres:16.4", "postgres:17.2", "volumes: [\"pg:/var/lib/postgresql/data\"]");
        head.change("compose.yml", "  db:\n", "  database:\n");

        assertThat(jumps()).singleElement().asString().contains(": 'database' goes from PostgreSQL 16.4 to 17.2");
    }

    @Test
    void isContentWithANewVolumeForTheNewServer() throws IOException {
        upgradeDatabase("postgres:16.4", "postgres:17.2", "volumes: [\"pg:/var/lib/postgresql/data\"]");
        head.change("compose.yml", "pg:/var", "other:/var");

        assertThat(jumps()).isEmpty();
    }

    @Test
    void takesTheVersionThatOperatorsHaveSet() throws IOException {
        upgradeDatabase("postgres:${PG}", "postgres:${PG}", "volumes: [\"pg:/var/lib/postgresql/data\"]");
        base.change(".env.sample", "TYPE=demo", "TYPE=demo\nPG=16.4");
        head.change(".env.sample", "TYPE=demo", "TYPE=demo\nPG=17.2");

        assertThat(jumps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [{target: 22, published: 22, mode: host}]   | 34: error: overlapping-update: the new task of 'db' is to start before the old one ends, but the old one holds port 22",
                "volumes: [\"pg:/var/lib/postgresql/data\"] | 34: warning: overlapping-update: the new task of 'db' starts before the old one ends, so two database servers use one volume"
            })
    void findsAnUpdateInWhichBothTasksNeedOneThing(String field, String found) throws IOException {
        update("start-first", field);

        assertThat(head.findings()).singleElement().asString().startsWith("compose.yml:" + found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start-first | ports: [\"22:22\"]",
                "start-first | ports: [{target: 22, mode: host}]",
                "start-first | tmpfs: /data",
                "stop-first | ports: [{target: 22, published: 22, mode: host}]",
                "stop-first | volumes: [\"pg:/var/lib/postgresql/data\"]"
            })
    void isContentWithAnUpdateInWhichTheyDoNot(String order, String field) throws IOException {
        update(order, field);

        assertThat(head.findings())
                .filteredOn(finding -> finding.contains("overlapping-update"))
                .isEmpty();
    }

    private void update(String order, String field) throws IOException {
        database(head, "postgres:15.4", field)
                .change(
                        "compose.yml",
                        "    deploy:\n      labels:\n        backupbot",
                        "    deploy:\n      update_config: {order: " + order + "}\n      labels:\n        backupbot");
    }

    private List<String> jumps() {
        return head.findingsFrom(base).stream()
                .filter(finding -> finding.contains("database-major-jump"))
                .toList();
    }

    private void upgradeDatabase(String older, String newer, String fields) throws IOException {
        database(base, older, fields);
        database(head, newer, fields);
    }

    /** The fields are those of a mapping in one line, with or without its braces. */
    private static RecipeTree database(RecipeTree tree, String image, String fields) throws IOException {
        String merged = fields.startsWith("{") ? "<<: " + fields : fields;
        return tree.change("compose.yml", VOLUMES, "")
                .change("compose.yml", "        backupbot.backup.path: \"/dump/dump.sql\"\n", "")
                .change("compose.yml", IMAGE, "    image: " + image + "\n    " + merged + "\n")
                .change("compose.yml", "\nvolumes:\n  data:", "\nvolumes:\n  pg: {}\n  other: {}\n  data:");
    }
}
