package org.recipeharness.recipes.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A catalogue of recipes that nobody needs: one service each, which says on a port of its own whatever it is told.
 *
 * @param folder where their repositories lie
 * @param recipes their names
 */
record GeneratedCatalogue(Path folder, List<String> recipes) {

    private static final int FIRST_PORT = 21_000;
    private static final PersonIdent AUTHOR = new PersonIdent("A Generator", "generator@example.test");

    private static final String COMPOSE = """
            version: "3.8"

            services:
              app:
                image: lab.invalid/socat:1.7.4
                command: TCP-LISTEN:8080,fork,reuseaddr PIPE
                init: true
                ports:
                  - target: 8080
                    published: %d
                    protocol: tcp
                    mode: host
                deploy:
                  restart_policy:
                    condition: on-failure
                  labels:
                    - "coop-cloud.${STACK_NAME}.version=1.0.0+1.7.4"
            """;

    static GeneratedCatalogue of(Path folder, int count) throws IOException, GitAPIException {
        List<String> recipes =
                IntStream.range(0, count).mapToObj("generated-%02d"::formatted).toList();
        for (int number = 0; number < count; number++) {
            publish(folder.resolve(recipes.get(number)), FIRST_PORT + number);
        }
        return new GeneratedCatalogue(folder, recipes);
    }

    private static void publish(Path recipe, int port) throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(recipe.toFile()).call()) {
            Files.writeString(recipe.resolve("compose.yml"), COMPOSE.formatted(port));
            Files.writeString(
                    recipe.resolve(".env.sample"), "TYPE=" + recipe.getFileName() + "\nDOMAIN=generated.example.com\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Publish 1.0.0")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
            git.tag()
                    .setName("1.0.0+1.7.4")
                    .setMessage("1.0.0+1.7.4")
                    .setTagger(AUTHOR)
                    .setSigned(false)
                    .call();
        }
    }
}
