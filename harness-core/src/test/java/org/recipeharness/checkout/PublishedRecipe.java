package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A recipe's git repository in a catalogue on disk. */
final class PublishedRecipe implements AutoCloseable {

    private final Git git;
    private int commits;

    PublishedRecipe(Path catalogue, String name) throws GitAPIException {
        git = Git.init()
                .setDirectory(catalogue.resolve(name).toFile())
                .setInitialBranch("main")
                .call();
    }

    /** Commits a compose file with this content; gives the commit's id. */
    String commit(String content) throws GitAPIException, IOException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve("compose.yml"), content);
        git.add().addFilepattern(".").call();
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * commits++);
        var author = new PersonIdent("A Maintainer", "maintainer@example.org", time, ZoneOffset.UTC);
        return git.commit()
                .setMessage(content)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call()
                .name();
    }

    PublishedRecipe tag(String name) throws GitAPIException {
        git.tag()
                .setName(name)
                .setAnnotated(true)
                .setSigned(false)
                .setMessage("Release " + name)
                .call();
        return this;
    }

    PublishedRecipe lightweightTag(String name) throws GitAPIException {
        git.tag().setName(name).setAnnotated(false).call();
        return this;
    }

    PublishedRecipe branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
        return this;
    }

    PublishedRecipe checkOut(String name) throws GitAPIException {
        git.checkout().setName(name).call();
        return this;
    }

    @Override
    public void close() {
        git.close();
    }
}
