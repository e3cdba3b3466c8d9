package org.recipeharness.onswarm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A catalogue of real git repositories, in a folder of a test. */
record TestCatalogue(Path folder) {

    /** The first release of each recipe. */
    static final String RELEASE = "1.0.0+1";

    TestCatalogue publish(String recipe, String compose) throws IOException, GitAPIException {
        return publish(recipe, compose, "");
    }

    TestCatalogue publish(String recipe, String compose, String moreOfEnvSample) throws IOException, GitAPIException {
        return release(recipe, RELEASE, compose, moreOfEnvSample);
    }

    /** Publishes one more release of a recipe, or its first one. */
    TestCatalogue release(String recipe, String tag, String compose, String moreOfEnvSample)
            throws IOException, GitAPIException {
        Path repository = Files.createDirectories(folder.resolve(recipe));
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            Files.writeString(repository.resolve("compose.yml"), compose);
            Files.writeString(
                    repository.resolve(".env.sample"), "TYPE=" + recipe + "\nDOMAIN=example.com\n" + moreOfEnvSample);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("chore: publish")
                    .setAuthor("maintainer", "maintainer@lab.test")
                    .setCommitter("maintainer", "maintainer@lab.test")
                    .setSign(false)
                    .call();
            git.tag().setName(tag).setAnnotated(false).setSigned(false).call();
        }
        return this;
    }

    void withdraw(String recipe, String tag) throws IOException, GitAPIException {
        try (Git git = Git.open(folder.resolve(recipe).toFile())) {
            git.tagDelete().setTags(tag).call();
        }
    }
}
