package org.recipeharness.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A catalogue with two recipes, {@code sample} and {@code other}, in real git repositories. */
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

    private static final String ENV_SAMPLE = """
            TYPE=sample
            DOMAIN=sample.example.com
            SERVER_PASSWORD=
            """;

    private SampleCatalogue() {}

    static URI in(Path folder) {
        publish(folder.resolve("sample"));
        publish(folder.resolve("other"));
        return folder.toUri();
    }

    private static void publish(Path recipe) {
        try (Git git = Git.init().setDirectory(recipe.toFile()).call()) {
            Files.writeString(recipe.resolve("compose.yml"), COMPOSE);
            Files.writeString(recipe.resolve(".env.sample"), ENV_SAMPLE);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Publish 1.0.0+1.0.0")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
            git.tag().setName("1.0.0+1.0.0").setAnnotated(false).call();
        } catch (GitAPIException e) {
            throw new IllegalStateException("Publishing the recipe in " + recipe, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the recipe in " + recipe, e);
        }
    }
}
