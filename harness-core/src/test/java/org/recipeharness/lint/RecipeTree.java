package org.recipeharness.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.compose.Variables;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.recipe.RecipeName;

/** A recipe's files in a folder, at first those of a recipe to which nothing can be objected. */
final class RecipeTree {

    /** A docker that accepts whatever it reads, so that no test of another rule needs the CLI. */
    static final StackConfig ACCEPTING = (files, variables) -> new StackConfig.Accepted();

    private static final Map<String, String> SOUND = Map.of(
            ".env.sample", """
            TYPE=demo
            DOMAIN=demo.example.com
            LETS_ENCRYPT_ENV=production
            COMPOSE_FILE="compose.yml"
            #COMPOSE_FILE="$COMPOSE_FILE:compose.smtp.yml"
            #SECRET_SMTP_PASS_VERSION=v1
            SECRET_DB_PASSWORD_VERSION=v1 # length=32
            """,
            "abra.sh", """
            export APP_CONF_VERSION=v2
            """,
            "app.conf.tmpl", "listen 80\n",
            "README.md", """
            # demo

            <!-- metadata -->

            * **Category**: Apps
            * **Status**: 2, beta
            * **Image**: `demo`, 4, upstream
            * **Healthcheck**: Yes
            * **Backups**: Yes
            * **Email**: No
            * **Tests**: No
            * **SSO**: No

            <!-- endmetadata -->
            """,
            "compose.yml", """
            version: "3.8"

            services:
              app:
                image: demo/app:1.2.3
                environment:
                  - DOMAIN
                  - MODE=${MODE:-calm}
                configs:
                  - source: app_conf
                    target: /app.conf
                secrets:
                  - db_password
                volumes:
                  - data:/data
                dns:
                  - 9.9.9.9
                healthcheck:
                  test: curl -f http://localhost
                  interval: 30s
                deploy:
                  labels:
                    - "traefik.enable=true"
                    - "traefik.http.routers.${STACK_NAME}.tls.certresolver=${LETS_ENCRYPT_ENV}"
                    - "backupbot.backup=true"
                    - "coop-cloud.${STACK_NAME}.version=1.0.0+1.2.3"
              db:
                image: postgres:15.4
                secrets: [{source: db_password}]
                volumes: ["dump:/var/lib/postgresql/data", "dump:/dump"]
                healthcheck:
                  test: pg_isready
                deploy:
                  labels:
                    backupbot.backup.pre-hook: "/pg_backup.sh backup"
                    backupbot.backup.post-hook: "rm /dump/dump.sql"
                    backupbot.backup.path: "/dump/dump.sql"
                    backupbot.restore.post-hook: "/pg_backup.sh restore"
            volumes:
              data:
              dump:
            configs:
              app_conf:
                name: ${STACK_NAME}_app_conf_${APP_CONF_VERSION}
                file: app.conf.tmpl

            secrets:
              db_password:
                external: true
                name: ${STACK_NAME}_db_password_${SECRET_DB_PASSWORD_VERSION}
            """,
            "compose.smtp.yml", """
            version: "3.8"

            services:
              app:
                secrets:
                  - smtp_pass

            secrets:
              smtp_pass:
                external: true
                name: ${STACK_NAME}_smtp_pass_${SECRET_SMTP_PASS_VERSION:-v1}
            """);

    /** What a recipe may do on the host has tests of its own. */
    private static final Set<Rule> OF_TRUST = Set.of(Rule.HOST_ACCESS, Rule.MORE_HOST_ACCESS);

    private final Path directory;
    private final String ref;
    private final List<Release> releases;
    private final List<String> tags;

    private RecipeTree(Path directory, String ref, List<Release> releases, List<String> tags) {
        this.directory = directory;
        this.ref = ref;
        this.releases = releases;
        this.tags = tags;
    }

    /** Writes the sound recipe. */
    static RecipeTree sound(Path directory, String ref) throws IOException {
        var tree = new RecipeTree(Files.createDirectories(directory), ref, List.of(), List.of());
        for (var file : SOUND.entrySet()) {
            tree.write(file.getKey(), file.getValue().replace("1.0.0+1.2.3", ref));
        }
        return tree;
    }

    /** Takes files as they are. */
    static RecipeTree at(Path directory, String ref) {
        return new RecipeTree(directory, ref, List.of(), List.of());
    }

    RecipeTree write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
        return this;
    }

    /** Writes a file anew with one text in it changed. */
    RecipeTree change(String file, String from, String to) throws IOException {
        String text = Files.readString(directory.resolve(file));
        if (!text.contains(from)) {
            throw new IllegalArgumentException("Changing " + file + ": found no '" + from + "' in it");
        }
        return write(file, text.replace(from, to));
    }

    RecipeTree delete(String file) throws IOException {
        Files.delete(directory.resolve(file));
        return this;
    }

    RecipeTree released(Release... all) {
        return new RecipeTree(directory, ref, List.of(all), List.of());
    }

    /** Takes tags for all that the repository has. */
    RecipeTree tagged(String... all) {
        return new RecipeTree(directory, ref, List.of(), List.of(all));
    }

    Path directory() {
        return directory;
    }

    Published published() {
        return published(Variables.none());
    }

    Published published(Variables edited) {
        var checkout = new Checkout(
                new RecipeName("demo"), directory.toAbsolutePath(), ref, "0123456789", false, TagKind.ANNOTATED);
        return Published.read(checkout, edited, releases, tags);
    }

    /** Gives all findings of this recipe, as texts; docker accepts its files. */
    List<String> findings() {
        return findings(ACCEPTING);
    }

    /** Gives all findings of this recipe, as texts. */
    List<String> findings(StackConfig docker) {
        return texts(new StaticLook(docker).look(published(), Optional.empty()));
    }

    /** Gives all findings of an upgrade to this recipe, as texts. */
    List<String> findingsFrom(RecipeTree base) {
        return texts(new StaticLook(ACCEPTING).look(published(), Optional.of(base.published())));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !OF_TRUST.contains(finding.rule()))
                .map(Finding::toString)
                .toList();
    }
}
