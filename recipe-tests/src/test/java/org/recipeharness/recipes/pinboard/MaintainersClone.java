package org.recipeharness.recipes.pinboard;

import static org.recipeharness.recipes.git.GitCommand.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recipeharness.recipes.git.GitCommand;
import org.recipeharness.settings.Settings;

/**
 * A clone of the recipe, in which a maintainer is at work.
 *
 * @param directory its working tree
 */
public record MaintainersClone(Path directory) {

    /**
     * Clones the recipe from the catalogue.
     *
     * @param directory where to; it must not exist
     * @return the clone, with the branch {@code main} checked out
     * @throws InterruptedException when the thread is interrupted
     */
    public static MaintainersClone in(Path directory) throws InterruptedException {
        git("clone", "--quiet", GitCommand.address(Settings.load().catalogue(), "pinboard"), directory.toString());
        return new MaintainersClone(directory);
    }

    /**
     * Finds a commit.
     *
     * @param revision as git takes it
     * @return the full id of the commit
     * @throws InterruptedException when the thread is interrupted
     */
    public String commit(String revision) throws InterruptedException {
        return git("-C", directory.toString(), "rev-parse", "--verify", revision + "^{commit}");
    }

    /**
     * Replaces a text in a file that is tracked.
     *
     * @param file its name within the recipe
     * @param before what the file holds
     * @param after what it is to hold in place of that
     * @throws IOException when the file can't be changed, or does not hold that text
     */
    public void edit(String file, String before, String after) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(before)) {
            throw new IOException("Editing " + path + ": it does not hold '" + before + "', but is\n" + text);
        }
        Files.writeString(path, text.replace(before, after));
    }
}
