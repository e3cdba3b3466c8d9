package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.ImageName;

/**
 * A kind of server that reads only data of some versions.
 *
 * @param name its name
 * @param images the last parts of its images' names
 * @param folders where its images keep the data, or above
 * @param steps which versions it can go to
 */
record DataServer(String name, List<String> images, List<String> folders, VersionSteps steps) {

    /** The image of pgautoupgrade is left out: it upgrades the data itself. */
    private static final List<DataServer> ALL = List.of(
            new DataServer(
                    "PostgreSQL",
                    List.of(
                            "postgres",
                            "postgresql",
                            "postgresql-repmgr",
                            "postgis",
                            "pgvector",
                            "pgvecto-rs",
                            "vchord-postgres",
                            "timescaledb",
                            "timescaledb-ha",
                            "zulip-postgresql",
                            "paradedb"),
                    List.of("/var/lib/postgresql", "/bitnami/postgresql", "/home/postgres", "/var/lib/pgsql"),
                    VersionSteps.POSTGRESQL),
            new DataServer(
                    "MariaDB",
                    List.of("mariadb"),
                    List.of("/var/lib/mysql", "/bitnami/mariadb", "/config"),
                    VersionSteps.MARIADB),
            new DataServer(
                    "MySQL",
                    List.of("mysql", "mysql-server", "percona", "percona-server"),
                    List.of("/var/lib/mysql", "/bitnami/mysql"),
                    VersionSteps.MYSQL),
            new DataServer(
                    "MongoDB",
                    List.of("mongo", "mongodb", "mongodb-community-server"),
                    List.of("/data/db", "/bitnami/mongodb"),
                    VersionSteps.MONGODB),
            new DataServer(
                    "Elasticsearch",
                    List.of("elasticsearch"),
                    List.of("/usr/share/elasticsearch", "/bitnami/elasticsearch"),
                    VersionSteps.ELASTICSEARCH),
            new DataServer(
                    "OpenSearch",
                    List.of("opensearch"),
                    List.of("/usr/share/opensearch", "/bitnami/opensearch"),
                    VersionSteps.OPENSEARCH),
            new DataServer("Redis", List.of("redis"), List.of("/data", "/bitnami/redis"), VersionSteps.REDIS),
            new DataServer("Valkey", List.of("valkey"), List.of("/data", "/bitnami/valkey"), VersionSteps.REDIS),
            new DataServer(
                    "RabbitMQ",
                    List.of("rabbitmq"),
                    List.of("/var/lib/rabbitmq", "/bitnami/rabbitmq"),
                    VersionSteps.RABBITMQ),
            new DataServer(
                    "Nextcloud", List.of("nextcloud"), List.of("/var/www", "/config", "/data"), VersionSteps.ONE_MAJOR),
            new DataServer(
                    "Meilisearch",
                    List.of("meilisearch"),
                    List.of("/meili_data", "/data.ms"),
                    VersionSteps.MEILISEARCH),
            new DataServer(
                    "InfluxDB",
                    List.of("influxdb"),
                    List.of("/var/lib/influxdb", "/var/lib/influxdb2"),
                    VersionSteps.SAME_MAJOR),
            new DataServer("Neo4j", List.of("neo4j"), List.of("/data"), VersionSteps.SAME_MAJOR));

    static Optional<DataServer> of(ComposedService service) {
        return service.imageName().flatMap(DataServer::of);
    }

    private static Optional<DataServer> of(ImageName image) {
        return ALL.stream()
                .filter(server -> server.images.contains(image.lastPart()))
                .findFirst();
    }

    /** Return the folders below which a service may keep the data. */
    List<String> folders(ComposedService service) {
        return service.variable("PGDATA").map(List::of).orElse(folders);
    }
}
