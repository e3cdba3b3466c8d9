package org.recipeharness.lint.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.ImageName;
import org.recipeharness.lint.published.ImageVersion;

/**
 * The folders in which the images of database servers keep their data, as their Dockerfiles declare them.
 *
 * @see <a href="https://github.com/docker-library/postgres/pull/1259">PostgreSQL: the folder changes with version 18</a>
 * @see <a href="https://github.com/docker-library/docs">Docker Official Images: "Where to Store Data"</a>
 */
public final class DataFolders {

    private static final String MEILISEARCH = "getmeili/meilisearch";
    private static final String POSTGRES_ROOT = "/var/lib/postgresql";

    private static final List<String> POSTGRES =
            List.of("postgres", "postgis/postgis", "pgvector/pgvector", "timescale/timescaledb", "immich-app/postgres");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("mariadb", "/var/lib/mysql"),
            Map.entry("mysql", "/var/lib/mysql"),
            Map.entry("percona", "/var/lib/mysql"),
            Map.entry("mongo", "/data/db"),
            Map.entry("redis", "/data"),
            Map.entry("valkey/valkey", "/data"),
            Map.entry("rabbitmq", "/var/lib/rabbitmq"),
            Map.entry("couchdb", "/opt/couchdb/data"),
            Map.entry("cassandra", "/var/lib/cassandra"),
            Map.entry("neo4j", "/data"));

    /** Those for which docker makes no anonymous volume: their data is in the container itself. */
    private static final Map<String, String> UNDECLARED = Map.ofEntries(
            Map.entry("elasticsearch", "/usr/share/elasticsearch/data"),
            Map.entry("elasticsearch/elasticsearch", "/usr/share/elasticsearch/data"),
            Map.entry("opensearchproject/opensearch", "/usr/share/opensearch/data"),
            Map.entry(MEILISEARCH, "/meili_data"));

    private DataFolders() {}

    /** Return where a service keeps its data; empty if that is not certain. */
    public static Optional<DataFolder> of(ComposedService service) {
        return service.imageName().flatMap(image -> of(image, service));
    }

    private static Optional<DataFolder> of(ImageName image, ComposedService service) {
        if (image.repository().equals(MEILISEARCH)
                && image.version().filter(version -> version.major() >= 1).isEmpty()) {
            // Before 1.0 it was another folder, and such a tag as latest tells no version.
            return Optional.empty();
        }
        if (!POSTGRES.contains(image.repository())) {
            return Optional.ofNullable(OTHERS.get(image.repository()))
                    .map(folder -> new DataFolder(folder, folder))
                    .or(() -> Optional.ofNullable(UNDECLARED.get(image.repository()))
                            .map(folder -> new DataFolder(folder, "")));
        }
        return image.version().map(ImageVersion::major).map(major -> {
            String declared = major < 18 ? POSTGRES_ROOT + "/data" : POSTGRES_ROOT;
            String folder = major < 18 ? declared : POSTGRES_ROOT + "/" + major + "/docker";
            return new DataFolder(
                    service.variable("PGDATA")
                            .map(own -> own.replaceFirst("/+$", ""))
                            .orElse(folder),
                    declared);
        });
    }

    /**
     * Where a server keeps its data.
     *
     * @param folder the folder of the data
     * @param volume the folder for which docker makes an anonymous volume if nothing is mounted there; empty if there is none
     */
    public record DataFolder(String folder, String volume) {

        /** Return where a volume is to be mounted so that it holds the data. */
        String mountPoint() {
            return !volume.isEmpty() && folder.startsWith(volume) ? volume : folder;
        }
    }
}
