package org.recipeharness.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers that keep data, and into which no marker is put. */
enum OtherServer {
    MONGODB("MongoDB", "mongod"),
    REDIS("Redis", "redis-server", "valkey-server", "keydb-server"),
    OPENLDAP("OpenLDAP", "slapd"),
    ELASTICSEARCH(
            "Elasticsearch",
            "org.elasticsearch.bootstrap.Elasticsearch",
            "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch"),
    OPENSEARCH("OpenSearch", "org.opensearch.bootstrap.OpenSearch"),
    MEILISEARCH("Meilisearch", "meilisearch"),
    INFLUXDB("InfluxDB", "influxd"),
    CLICKHOUSE("ClickHouse", "clickhouse-serv"),
    COCKROACHDB("CockroachDB", "cockroach"),
    COUCHDB("CouchDB", "couchdb"),
    CASSANDRA("Cassandra", "org.apache.cassandra.service.CassandraDaemon"),
    NEO4J("Neo4j", "org.neo4j.server.CommunityEntryPoint"),
    ETCD("etcd", "etcd"),
    RABBITMQ("RabbitMQ", "rabbit");

    private final String server;
    // The lists are those of List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> programs;

    OtherServer(String server, String... programs) {
        this.server = server;
        this.programs = List.of(programs);
    }

    static Optional<OtherServer> among(RunningPrograms running) {
        return Stream.of(values())
                .filter(server -> server.programs.stream().anyMatch(running::include))
                .findFirst();
    }

    /** Return a line that says why its content is not covered. */
    String uncovered(String service, List<String> volumes) {
        return server + " server of service '" + service
                + "': no marker is put into it, so nothing shows whether its content comes back; only the files of "
                + (volumes.size() == 1 ? "the volume " : "the volumes ")
                + String.join(
                        ", ", volumes.stream().map(volume -> "'" + volume + "'").toList()) + " are looked at";
    }
}
