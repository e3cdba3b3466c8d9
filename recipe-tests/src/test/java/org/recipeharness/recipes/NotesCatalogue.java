package org.recipeharness.recipes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A catalogue of one recipe, {@code notes}, whose app writes a note into {@code /srv/notes} when it starts. */
final class NotesCatalogue {

    private static final PersonIdent AUTHOR = new PersonIdent("A Maintainer", "maintainer@example.test");

    private static final String COMPOSE = """
            version: "3.8"

            services:
              app:
                image: lab.invalid/base:bookworm
                command: sh -c "mkdir -p /srv/notes && echo welcome >/srv/notes/first && touch /cache/thumbnail && sleep infinity"
                init: true
                volumes:
                  - content:%s
                  - cache:/cache
                deploy:
                  labels:
                    - "coop-cloud.${STACK_NAME}.version=1.0.0+12"
            %s

            volumes:
              content:
              cache:
            """;

    private NotesCatalogue() {}

    /**
     * Publish the recipe.
     *
     * @param folder an empty folder for the catalogue
     * @param target the folder of the container at which its volume {@code content} is mounted
     * @param labels the labels that say what is saved, each as name and value
     * @return the address of the catalogue
     * @throws IOException when it can't be written
     */
    static URI in(Path folder, String target, String... labels) throws IOException {
        Path recipe = folder.resolve("catalogue/notes");
        String written = Arrays.stream(labels)
                .map(label -> "        - \"" + label + "\"")
                .collect(Collectors.joining("\n"));
        try (Git git = Git.init().setDirectory(recipe.toFile()).call()) {
            Files.writeString(recipe.resolve("compose.yml"), COMPOSE.formatted(target, written));
            Files.writeString(recipe.resolve(".env.sample"), "TYPE=notes\nDOMAIN=notes.example.com\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Publish 1.0.0")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
            git.tag()
                    .setName("1.0.0+12")
                    .setMessage("1.0.0+12")
                    .setTagger(AUTHOR)
                    .setSigned(false)
                    .call();
        } catch (GitAPIException e) {
            throw new IllegalStateException("Publishing the recipe in " + recipe, e);
        }
        return recipe.resolveSibling("").toUri();
    }
}
