package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import org.recipeharness.lint.published.ImageVersion;

/**
 * From which versions to which ones a server can go with the same data.
 *
 * @see <a href="https://www.postgresql.org/docs/current/upgrading.html">PostgreSQL: Upgrading</a>
 * @see <a href="https://github.com/docker-library/postgres/issues/37">docker-library: upgrading PostgreSQL between majors</a>
 * @see <a href="https://hub.docker.com/_/mariadb">MariaDB's image: MARIADB_AUTO_UPGRADE</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/upgrade-paths.html">MySQL: Upgrade Paths</a>
 * @see <a href="https://www.mongodb.com/docs/manual/release-notes/8.0-upgrade-standalone/">MongoDB: Upgrade a Standalone</a>
 * @see <a href="https://www.elastic.co/docs/deploy-manage/upgrade">Elasticsearch: Upgrade</a>
 * @see <a href="https://www.rabbitmq.com/docs/upgrade">RabbitMQ: Upgrading</a>
 * @see <a href="https://docs.nextcloud.com/server/latest/admin_manual/maintenance/upgrade.html">Nextcloud: How to upgrade</a>
 * @see <a href="https://www.meilisearch.com/docs/learn/update_and_migration/updating">Meilisearch: Update</a>
 */
enum VersionSteps {
    /** A server that refuses the data of every other major version. */
    SAME_MAJOR {
        @Override
        Optional<String> forward(Hop hop) {
            return Optional.of("a server of another major version does not read the data, so it stops. " + DUMP);
        }

        @Override
        int series(ImageVersion version) {
            return version.major() * 1000;
        }
    },
    POSTGRESQL {
        @Override
        Optional<String> forward(Hop hop) {
            return SAME_MAJOR.forward(hop);
        }

        @Override
        int series(ImageVersion version) {
            // The major versions before 10 have two numbers.
            return version.major() < 10 ? super.series(version) : SAME_MAJOR.series(version);
        }
    },
    REDIS {
        @Override
        Optional<String> forward(Hop hop) {
            return Optional.empty();
        }

        @Override
        int series(ImageVersion version) {
            // Only the minor versions of 7 have different files.
            return version.major() == 7 ? super.series(version) : SAME_MAJOR.series(version);
        }
    },
    /** A server that must not skip a major version. */
    ONE_MAJOR {
        @Override
        Optional<String> forward(Hop hop) {
            return skipping(hop, hop.to().major() - hop.from().major());
        }
    },
    MARIADB {
        @Override
        Optional<String> forward(Hop hop) {
            return hop.hasSet("MARIADB_AUTO_UPGRADE") || hop.isOf("bitnami")
                    ? Optional.empty()
                    : Optional.of("the system tables stay those of the older version. Set MARIADB_AUTO_UPGRADE=1, with"
                            + " which the image upgrades them");
        }
    },
    MYSQL {
        @Override
        Optional<String> forward(Hop hop) {
            return skipping(hop, stage(hop.to(), MYSQL_SERIES) - stage(hop.from(), MYSQL_SERIES));
        }
    },
    MONGODB {
        @Override
        Optional<String> forward(Hop hop) {
            return skipping(hop, stage(hop.to(), MONGODB_SERIES) - stage(hop.from(), MONGODB_SERIES));
        }
    },
    ELASTICSEARCH {
        @Override
        Optional<String> forward(Hop hop) {
            return ONE_MAJOR
                    .forward(hop)
                    .or(() -> gate(hop, ImageVersion.of(7, 17), 8))
                    .or(() -> gate(hop, ImageVersion.of(8, 18), 9));
        }
    },
    OPENSEARCH {
        @Override
        Optional<String> forward(Hop hop) {
            return ONE_MAJOR.forward(hop).or(() -> gate(hop, ImageVersion.of(2, 19), 3));
        }
    },
    RABBITMQ {
        @Override
        Optional<String> forward(Hop hop) {
            return gate(hop, ImageVersion.of(3, 13), 4);
        }
    },
    MEILISEARCH {
        @Override
        Optional<String> forward(Hop hop) {
            return hop.hasSet("MEILI_EXPERIMENTAL_DUMPLESS_UPGRADE")
                    ? Optional.empty()
                    : Optional.of("a server of another version does not read the data, so it stops. " + DUMP);
        }
    };

    private static final String DUMP =
            "Dump the data with the older version and load it into the newer one, and tell operators so in the release notes";

    private static final List<Integer> MYSQL_SERIES = List.of(5005, 5006, 5007, 8000, 8004, 9000);
    private static final List<Integer> MONGODB_SERIES = List.of(3004, 3006, 4000, 4002, 4004, 5000, 6000, 7000, 8000);

    /**
     * Return what is wrong with a change of version.
     *
     * @return what follows from it, and what to do; empty if the server can do it
     */
    Optional<String> objection(Hop hop) {
        if (series(hop.to()) < series(hop.from()) && hop.to().isBefore(hop.from())) {
            return Optional.of("this is older, and a server does not read the data of a newer version."
                    + " Keep the version that operators have");
        }
        return series(hop.from()) < series(hop.to()) && hop.from().isBefore(hop.to()) ? forward(hop) : Optional.empty();
    }

    /** Return what is wrong with a newer version. */
    abstract Optional<String> forward(Hop hop);

    /** Return a number that is the same for versions with the same form of data. */
    int series(ImageVersion version) {
        return version.major() * 1000 + version.minor().orElse(0);
    }

    private static int stage(ImageVersion version, List<Integer> series) {
        // A tag that names the major version alone moves to its last minor version.
        int number = version.major() * 1000 + version.minor().orElse(999);
        return (int) series.stream().filter(each -> each <= number).count();
    }

    private static Optional<String> skipping(Hop hop, int steps) {
        return steps <= 1
                ? Optional.empty()
                : Optional.of("it skips a major version, and a server reads only the data of the one before."
                        + " Publish a release with each version between " + hop.from() + " and " + hop.to()
                        + ", and tell operators to upgrade to each of them");
    }

    private static Optional<String> gate(Hop hop, ImageVersion last, int major) {
        return hop.to().major() == major && hop.from().isBefore(last)
                ? Optional.of("version " + major + " reads only the data of " + last
                        + " or later. Publish a release with " + last + " before")
                : Optional.empty();
    }
}
