package org.recipeharness.recipes.git;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recipeharness.process.Command;

/** The {@code git} command, without the configuration of whoever runs the tests. */
public final class GitCommand {

    private GitCommand() {}

    /**
     * Runs it to its end.
     *
     * @param arguments what stands behind {@code git}
     * @return what it wrote, without what surrounds it
     * @throws InterruptedException when the thread is interrupted
     */
    public static String git(String... arguments) throws InterruptedException {
        var words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray(String[]::new))
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .run()
                .orFail("Asking git")
                .out()
                .strip();
    }

    /**
     * Gives a recipe's address as git takes it.
     *
     * @param catalogue the catalogue's address
     * @param recipe the recipe's name
     * @return the address
     */
    public static String address(URI catalogue, String recipe) {
        // Git takes file:/a for the path /a on a host called file.
        String folder =
                "file".equals(catalogue.getScheme()) ? Path.of(catalogue).toString() : catalogue.toString();
        return folder + "/" + recipe;
    }
}
