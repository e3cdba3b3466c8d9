package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.canonical.WarmDomain;
import org.recipeharness.canonical.WarmPlace;
import org.recipeharness.process.Command;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A canonical that runs although the registry calls it idle: deployed again as it was promoted, behind the registry's back. */
final class LeftRunning {

    private static final Map<String, LeftRunning> PROMOTED = new ConcurrentHashMap<>();

    private final RenderedStack stack;
    private final String document;

    private LeftRunning(RenderedStack stack, String document) {
        this.stack = stack;
        this.document = document;
    }

    /** Keeps what was sent, with the files of its configs, which go with the run. */
    static void remember(DeployedApp app) throws IOException {
        Path files = Files.createDirectories(Path.of("target", "left-running")).toAbsolutePath();
        Path checkout = app.checkout().directory();
        try (Stream<Path> all = Files.list(checkout)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.write(files.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        String document = app.stack().document().replace(checkout.toString(), files.toString());
        PROMOTED.putIfAbsent(app.checkout().recipe().text(), new LeftRunning(app.stack(), document));
    }

    static void deploy(String recipe) throws InterruptedException {
        Optional.ofNullable(PROMOTED.get(recipe))
                .orElseThrow(() -> new AssertionError("Nothing of " + recipe + " was promoted before"))
                .deploy();
    }

    private void deploy() throws InterruptedException {
        try (Swarm swarm = new DockerSwarm(Optional.empty())) {
            // Gitea's; what they hold does not matter to one that is only to be found running.
            for (String secret : List.of("jwt_secret_v1", "secret_key_v1")) {
                swarm.createSecret(
                        stack.name(),
                        stack.name() + "_" + secret,
                        "x".repeat(43),
                        stack.labels().asMap());
            }
        }
        Command.of(
                        "docker",
                        "stack",
                        "deploy",
                        "--compose-file",
                        "-",
                        stack.name().text())
                .reading(document)
                .run()
                .orFail("Deploying " + stack.name() + " behind the registry's back");
    }

    static void requireNothing(String recipe) {
        Settings settings = Settings.load();
        var name = new RecipeName(recipe);
        try (Swarm swarm = new DockerSwarm(Optional.empty())) {
            var place = new WarmPlace(
                    swarm, name, WarmDomain.of(name, settings.zone(), settings.liveWarm()), settings.removeTimeout());
            assertThat(place.running().byKind()).as("what runs at " + place).isEmpty();
        }
    }
}
