package org.recipeharness.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A catalogue in real git repositories: the recipes {@code sample} and {@code other} with one release, {@code aged} with three, a
 * volume, a secret and a compose file with a worker that is not merged by itself, {@code routed} with two, a volume and a route to its domain, and {@code meshed} with a service on a shared
 * network that asks for another one.
 */
final class SampleCatalogue {

    private static final PersonIdent AUTHOR = new PersonIdent("A Maintainer", "maintainer@example.test");

    private static final String COMPOSE = """
            version: "3.8"
            services:
              app:
                image: registry.example.test/app:1.0.0
                environment:
                  - SERVER_PASSWORD=${SERVER_PASSWORD}
              db:
                image: registry.example.test/db:16
            """;

    private static final String AGED = """
            version: "3.8"
            services:
              app:
                image: registry.example.test/app:%s
                volumes: ["content:/srv/content"]
                secrets: [key]
            volumes:
              content:
            secrets:
              key:
                external: true
                name: ${STACK_NAME}_key_${SECRET_KEY_VERSION}
            """;

    private static final String WORKER = """
            version: "3.8"
            services:
              worker:
                image: registry.example.test/worker:1.0.0
            """;

    private static final String ROUTED = """
            version: "3.8"
            services:
              app:
                image: registry.example.test/app:%s
                volumes: ["content:/srv/content"]
                deploy:
                  labels: ["traefik.http.routers.app.rule=Host(`${DOMAIN}`)"]
            volumes:
              content:
            """;

    private static final String MESHED = """
            version: "3.8"
            services:
              front:
                image: registry.example.test/front:1.0.0
                networks: [proxy, internal]
                environment:
                  - UPSTREAM=http://app:3000
              app:
                image: registry.example.test/app:1.0.0
                networks: [internal]
            networks:
              proxy:
                external: true
              internal:
            """;

    private static final String ENV_SAMPLE = """
            TYPE=sample
            DOMAIN=sample.example.com
            SERVER_PASSWORD=
            SECRET_KEY_VERSION=v1
            """;

    private SampleCatalogue() {}

    static URI in(Path folder) {
        if (Files.isDirectory(folder)) {
            // Of an earlier run of the same test.
            return folder.toUri();
        }
        publish(folder.resolve("sample"), COMPOSE, "1.0.0");
        publish(folder.resolve("other"), COMPOSE, "1.0.0");
        publish(folder.resolve("meshed"), MESHED, "1.0.0");
        publish(folder.resolve("routed"), ROUTED, "1.0.0", "2.0.0");
        publish(folder.resolve("aged"), AGED, "1.0.0", "1.1.0", "2.0.0");
        return folder.toUri();
    }

    private static void publish(Path recipe, String compose, String... versions) {
        try (Git git = Git.init().setDirectory(recipe.toFile()).call()) {
            Files.writeString(recipe.resolve(".env.sample"), ENV_SAMPLE);
            if (compose.equals(AGED)) {
                Files.writeString(recipe.resolve("compose.worker.yml"), WORKER);
            }
            for (String version : versions) {
                Files.writeString(recipe.resolve("compose.yml"), compose.formatted(version));
                git.add().addFilepattern(".").call();
                git.commit()
                        .setMessage("Publish " + version)
                        .setAuthor(AUTHOR)
                        .setCommitter(AUTHOR)
                        .setSign(false)
                        .call();
                git.tag().setName(version + "+1.0.0").setAnnotated(false).call();
            }
        } catch (GitAPIException e) {
            throw new IllegalStateException("Publishing the recipe in " + recipe, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the recipe in " + recipe, e);
        }
    }
}
