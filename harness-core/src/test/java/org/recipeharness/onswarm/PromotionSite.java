package org.recipeharness.onswarm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.recipeharness.app.Undeploy;
import org.recipeharness.canonical.Canonical;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.Reconciled;
import org.recipeharness.canonical.Reconciliation;
import org.recipeharness.canonical.Registry;
import org.recipeharness.canonical.WarmPlace;
import org.recipeharness.deployment.RunId;
import org.recipeharness.process.Command;
import org.recipeharness.promotion.KilledPromotion;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A recipe with releases, a registry and a zone of a test's own, and what there is to see of its canonical. */
final class PromotionSite {

    private static final String RECIPE = "keeps";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final RunId id = RunId.random();
    private final Swarm swarm = new DockerSwarm(Optional.empty());
    private final TestCatalogue catalogue;
    private final WarmPlace place;

    PromotionSite(Path folder) {
        this.folder = folder;
        this.catalogue = new TestCatalogue(folder.resolve("catalogue"));
        this.place = new WarmPlace(swarm, new RecipeName(RECIPE), "warm-" + RECIPE + "." + zone(), LIMIT);
    }

    private String zone() {
        return id.shortForm() + ".lab.test";
    }

    Swarm swarm() {
        return swarm;
    }

    WarmPlace place() {
        return place;
    }

    /** Publishes a release that writes its tag to its volume, and then does something else. */
    void release(String tag, String then) throws IOException, GitAPIException {
        catalogue.release(RECIPE, tag, """
                version: "3.8"
                services:
                  app:
                    image: %s
                    init: true
                    command: ["sh", "-c", "cat /run/secrets/pw >> /data/pw; echo >> /data/pw; echo %s >> /data/version; %s"]
                    volumes: ["data:/data"]
                    secrets: [pw]
                    deploy:
                      labels: ["test.at=${DOMAIN}"]
                      restart_policy: {delay: 0s}
                volumes:
                  data:
                secrets:
                  pw:
                    external: true
                    name: ${STACK_NAME}_pw_${SECRET_PW_VERSION}
                """.formatted(TestStack.IMAGE, tag, then), "SECRET_PW_VERSION=v1\n");
    }

    void release(String tag) throws IOException, GitAPIException {
        release(tag, "exec sleep infinity");
    }

    Settings settings(Map<String, String> more) {
        var written = new TreeMap<>(Map.of(
                "harness.catalogue", catalogue.folder().toUri().toString(),
                "harness.work", folder.resolve("work").toString(),
                "harness.cache", folder.resolve("cache").toString(),
                "harness.canonicals", folder.resolve("canonicals").toString(),
                "harness.zone", zone(),
                "harness.holders", "50",
                "harness.pull", "never"));
        written.putAll(more);
        return Settings.of(written);
    }

    /** Promotes the latest release, as a run does whose other tiers were green. */
    Promoted promote(Map<String, String> more) throws InterruptedException {
        try (var run = new RecipeRun(KilledPromotion.plan(RECIPE), settings(more), new DockerSwarm(Optional.empty()))) {
            return run.promote(List.of());
        }
    }

    Promoted promote() throws InterruptedException {
        return promote(Map.of());
    }

    /** Promotes in a process that is killed before a step. */
    void promoteUntil(String step) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        settings(Map.of()).written().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(KilledPromotion.class.getName(), RECIPE, step));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(LIMIT.toSeconds() * 2, TimeUnit.SECONDS) || process.exitValue() != 128 + 9) {
                throw new AssertionError("The promotion was to be killed before " + step + ", but ended otherwise");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the next promotion begins with. */
    Reconciled reconcile() throws InterruptedException {
        return new Reconciliation(
                        registry(),
                        swarm,
                        place,
                        new RunLabels(id.text(), RECIPE, "0".repeat(40)).ofCanonical(),
                        version -> TestStack.IMAGE)
                .reconcile(false);
    }

    Registry registry() {
        return new Registry(folder.resolve("canonicals"));
    }

    Optional<Canonical> canonical() {
        return registry().read(new RecipeName(RECIPE));
    }

    /** The file of the canonical's record. */
    Path record() {
        return folder.resolve("canonicals").resolve(RECIPE).resolve("canonical.json");
    }

    /** Lets the canonical be one whose secrets were derived from a key that has gone. */
    void makeWithAnotherKey() {
        GoodVersion now = canonical().orElseThrow().current();
        registry()
                .write(Canonical.first(
                        place.recipe(),
                        new GoodVersion(
                                now.ref(),
                                now.commit(),
                                now.domain(),
                                now.images(),
                                now.volumes(),
                                Optional.of("0123456789abcdef"),
                                now.markers(),
                                now.promoted(),
                                now.run(),
                                now.evidence())));
    }

    /** Takes a release back. */
    void withdraw(String tag) throws IOException, GitAPIException {
        catalogue.withdraw(RECIPE, tag);
    }

    /** Upgrades to the latest release from what {@code -Dfrom=} would name, and reads what the app has written by then. */
    List<String> upgradedFrom(String from) throws InterruptedException {
        try (var run = new RecipeRun(
                KilledPromotion.plan(RECIPE), settings(Map.of("from", from)), new DockerSwarm(Optional.empty()))) {
            return run.upgrade(run.bases().get(0))
                    .head()
                    .app()
                    .exec()
                    .run("cat", "/data/version")
                    .out()
                    .lines()
                    .toList();
        }
    }

    /** The volume's name on the engine. */
    String volume() {
        return place.stack() + "_data";
    }

    /** The releases that have run on the volume, read while it is idle. */
    List<String> versions() throws InterruptedException {
        return lines("version");
    }

    /** The passwords that they have had. */
    List<String> passwords() throws InterruptedException {
        return lines("pw");
    }

    private List<String> lines(String file) throws InterruptedException {
        return Command.of(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "-v",
                        volume() + ":/data",
                        TestStack.IMAGE,
                        "cat",
                        "/data/" + file)
                .run()
                .orFail("Reading the volume " + volume())
                .out()
                .lines()
                .toList();
    }

    /** Removes what is left of the canonical. */
    void remove() throws InterruptedException {
        try (swarm) {
            new Undeploy(swarm).remove(place.stack(), LIMIT);
        }
    }
}
