package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Git's own command on one repository, without anybody's configuration. */
record RealGit(Path directory) {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_AUTHOR_NAME", "maintainer",
            "GIT_AUTHOR_EMAIL", "maintainer@lab.test",
            "GIT_COMMITTER_NAME", "maintainer",
            "GIT_COMMITTER_EMAIL", "maintainer@lab.test");

    /** A recipe with one commit on the branch main, and no release. */
    static RealGit publish(Path catalogue, String recipe) throws IOException, InterruptedException {
        var git = new RealGit(Files.createDirectories(catalogue.resolve(recipe)));
        git.run("init", "--quiet", "--initial-branch=main");
        git.commit("compose.yml", "version: '3.8'\n");
        return git;
    }

    RealGit write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Commits all that there is, with one file changed. */
    String commit(String file, String text) throws IOException, InterruptedException {
        write(file, text);
        run("add", "--all");
        run("commit", "--quiet", "--message", "feat: " + file);
        return head();
    }

    /** Publishes an annotated release of what is checked out, with a file that tells which it is. */
    String release(String tag) throws IOException, InterruptedException {
        String commit = commit("release.txt", tag);
        run("tag", "--annotate", "--message", tag, tag);
        return commit;
    }

    String head() throws IOException, InterruptedException {
        return run("rev-parse", "HEAD");
    }

    String run(String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("git " + List.of(arguments) + " in " + directory + ": " + output);
        }
        return output.strip();
    }
}
