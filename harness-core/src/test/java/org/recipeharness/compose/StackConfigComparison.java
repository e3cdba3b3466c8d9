package org.recipeharness.compose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.process.Command;
import org.recipeharness.process.Finished;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;

/** What {@code docker stack config} reads from compose files, and from the one document that we make of them. */
final class StackConfigComparison {

    private StackConfigComparison() {}

    static void requireDocker() throws InterruptedException {
        Finished help = Command.of("docker", "stack", "config", "--help").run();
        assumeTrue(
                help.exit() == 0 && help.out().contains("--compose-file"),
                "This docker CLI has no 'docker stack config' (it came with 23.0; Debian's 20.10 lacks it), so that"
                        + " the rendering can't be compared with docker's own");
    }

    /** Prepares docker's reading of the files. */
    static Command ofFiles(List<Path> files, Variables variables) {
        var words = new ArrayList<>(List.of("docker", "stack", "config"));
        files.forEach(file -> words.addAll(List.of("-c", file.toString())));
        Command docker = Command.of(words.toArray(String[]::new));
        for (Variable variable : variables.all()) {
            docker = docker.with(variable.name(), variable.value());
        }
        return docker;
    }

    /** Merges the files of a folder. */
    static ComposeDocument document(Path folder, Variables variables, String... files) {
        var checkout =
                new Checkout(new RecipeName("demo"), folder.toAbsolutePath(), "main", "0123456789", true, TagKind.NONE);
        return new RecipeFiles(checkout)
                .document(variables.with("COMPOSE_FILE", String.join(":", files), Origin.of("the test")));
    }

    /** Prepares docker's reading of our document. */
    static Command ofDocument(ComposeDocument document) {
        return Command.of("docker", "stack", "config", "-c", "-").reading(YamlWriter.write(document.root()));
    }

    /** Returns what docker printed, less what our document can't have. */
    static Object comparable(Finished docker, ComposeDocument document) {
        return PlainTree.of(new DockerConfig(new YamlReader("docker stack config").read(docker.out()))
                .comparable(document.root().text("version").orElse("")));
    }
}
