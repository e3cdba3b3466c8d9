package org.recipeharness.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.data.Marker;
import org.recipeharness.data.MysqlDatabase;
import org.recipeharness.data.PostgresDatabase;
import org.recipeharness.data.Seed;
import org.recipeharness.data.Seeded;
import org.recipeharness.data.SqliteFile;
import org.recipeharness.data.VolumeFolder;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackVolume;

/** Records as promotions write them. */
final class Versions {

    static final RecipeName GITEA = new RecipeName("gitea");

    private static final Seeded EVERYWHERE = new Seeded(
            List.of(
                    new Seed(new PostgresDatabase("db", "gitea", "git"), marker("p")),
                    new Seed(new MysqlDatabase("maria", "gitea", "root"), marker("m")),
                    new Seed(new SqliteFile("app", "/data/gitea.db"), marker("s")),
                    new Seed(new VolumeFolder("app", "data", "/data/"), marker("v"))),
            List.of("cache: \"read-only\"\n"));

    private Versions() {}

    static GoodVersion good(String ref) {
        return new GoodVersion(
                ref,
                "0123456789abcdef0123456789abcdef01234567",
                "warm-gitea.lab.test",
                Map.of("app", "gitea/gitea:1.24@sha256:00ff", "db", "postgres:16@sha256:1234"),
                List.of(new StackVolume("data", "warm-gitea_lab_test_data"), new StackVolume("db", "named")),
                Optional.of("0123456789abcdef"),
                EVERYWHERE,
                Instant.parse("2026-11-26T06:30:00.123456Z"),
                "20261126-063000-1f0c3a",
                List.of("answered 200 at https://warm-gitea.lab.test/", "größer als zwölf"));
    }

    static Canonical canonical(String ref) {
        return Canonical.first(GITEA, good("1.0.0+1.0"))
                .advancedTo(good("1.1.0+1.1"), Optional.of("first.tar.gz"))
                .advancedTo(good(ref), Optional.empty());
    }

    static Advance advance(Optional<String> snapshot) {
        return new Advance(
                GITEA,
                "20261126-063000-1f0c3a",
                Optional.of("0123456"),
                "2.0.0+2.0",
                "89abcde",
                snapshot,
                Instant.parse("2026-11-26T06:30:00Z"));
    }

    private static Marker marker(String token) {
        return new Marker(token, List.of(token + " row 1", token + " row 2: größer als zwölf"));
    }
}
