package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FileUtils;

/** The work tree of one run: a repository of its own, whose objects are those of the shared clone. */
final class RunTree {

    private final Path directory;

    RunTree(Path directory) {
        this.directory = directory;
    }

    /** Writes a commit's files; where that fails, the folder is as empty as it was. */
    void write(ObjectId commit, Repository clone) throws IOException {
        try {
            Git.init().setDirectory(directory.toFile()).call().close();
            Path objects = clone.getDirectory().toPath().toAbsolutePath().resolve("objects");
            Files.writeString(directory.resolve(".git/objects/info/alternates"), objects + "\n");
            try (Git git = Git.open(directory.toFile())) {
                StoredConfig config = git.getRepository().getConfig();
                // What is deployed is what was committed, to the byte, whatever the user's own git is told about line
                // ends.
                config.setBoolean(
                        ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOCRLF, false);
                config.save();
                git.checkout().setName(commit.name()).setForced(true).call();
            }
        } catch (IOException | GitAPIException | JGitInternalException e) {
            FileUtils.delete(
                    directory.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
            throw new IOException("writing commit " + commit.name() + " to " + directory + ": " + e.getMessage(), e);
        }
    }
}
