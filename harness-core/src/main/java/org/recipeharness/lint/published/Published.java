package org.recipeharness.lint.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.RecipeFiles;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.Rule;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.StackName;

/** A recipe at one commit, with everything that is written in it. */
public final class Published {

    public static final String ENV_SAMPLE = ".env.sample";
    public static final String STACK_NAME = "STACK_NAME";

    private final Checkout checkout;
    private final List<Release> releases;
    private final List<String> tags;
    private final RecipeFiles files;
    private final Optional<String> sampleText;
    private final Variables sample;
    private final Variables exports;
    private final Variables variables;
    private final List<String> deployedFiles;
    private final List<ComposeText> composeFiles;
    private final Map<String, ServiceText> services;
    private final List<Remark> illegible;
    private final Map<List<Variable>, Optional<ComposeDocument>> merged = new ConcurrentHashMap<>();

    private Published(Checkout checkout, Variables edited, List<Release> releases, List<String> tags) {
        this.checkout = checkout;
        this.releases = List.copyOf(releases);
        this.tags = List.copyOf(tags);
        this.files = new RecipeFiles(checkout);
        var reading = new Reading();
        this.sampleText = reading.read(() -> files.text(ENV_SAMPLE), Optional.of(""));
        this.exports = reading.read(() -> files.withExports(Variables.none()), Variables.none());
        this.sample = sampleText.isEmpty()
                ? Variables.none()
                : reading.read(() -> files.appEnv(Variables.none()), Variables.none());
        this.variables = sampleText.isEmpty()
                ? edited
                : withStackName(reading.read(() -> files.variables(edited), edited.with(exports.all())));
        this.deployedFiles = reading.read(() -> files.deployedFiles(variables), List.of());
        this.composeFiles = composeFiles(reading);
        this.services = services(composeFiles);
        this.illegible = reading.problems();
    }

    /**
     * Reads a recipe.
     *
     * @param checkout the recipe's files
     * @param edited what an operator sets in the app's environment: the domain, and whatever differs from the sample
     * @param releases what the recipe's repository has released; none where that is not known
     * @param tags the tags of a repository that has released nothing; none where that is not known
     * @return what is written there; what can't be read is kept as a finding
     * @throws java.io.UncheckedIOException when a file that is there can't be had from the disk
     */
    public static Published read(Checkout checkout, Variables edited, List<Release> releases, List<String> tags) {
        return new Published(checkout, edited, releases, tags);
    }

    private static Variables withStackName(Variables variables) {
        if (variables.find(STACK_NAME).isPresent()) {
            return variables;
        }
        String domain = variables.find("DOMAIN").map(found -> found.value()).orElse("");
        String name = domain.substring(0, Math.min(StackName.LONGEST, domain.length()));
        return variables.with(STACK_NAME, name.replace('.', '_'), Origin.of("the app's domain"));
    }

    private List<ComposeText> composeFiles(Reading reading) {
        var names = new LinkedHashSet<String>(deployedFiles);
        names.addAll(files.composeFiles());
        var read = new ArrayList<ComposeText>();
        for (String name : names) {
            reading.read(
                    () -> read.add(new ComposeText(name, deployedFiles.contains(name), files.written(name))), false);
        }
        return List.copyOf(read);
    }

    private static Map<String, ServiceText> services(List<ComposeText> files) {
        var pieces = new LinkedHashMap<String, List<Thing>>();
        files.stream()
                .flatMap(file -> file.things("services").stream())
                .forEach(piece -> pieces.computeIfAbsent(piece.key(), key -> new ArrayList<>())
                        .add(piece));
        var services = new LinkedHashMap<String, ServiceText>();
        pieces.forEach((name, described) -> services.put(name, new ServiceText(name, described)));
        return services;
    }

    public Checkout checkout() {
        return checkout;
    }

    public List<Release> releases() {
        return releases;
    }

    /** Gives all tags of a recipe without releases. */
    public List<String> tags() {
        return tags;
    }

    public RecipeFiles files() {
        return files;
    }

    /** Gives {@code .env.sample} with its comments, or empty where there is none. */
    public Optional<String> sampleText() {
        return sampleText;
    }

    /** Gives what {@code .env.sample} sets as it is published. */
    public Variables sample() {
        return sample;
    }

    public Variables exports() {
        return exports;
    }

    /** Gives the app's environment: the sample as edited, then what {@code abra.sh} exports. */
    public Variables variables() {
        return variables;
    }

    /** Gives all compose files: those that the app is deployed by, as they are merged, and then the others. */
    public List<ComposeText> composeFiles() {
        return composeFiles;
    }

    public Map<String, ServiceText> services() {
        return services;
    }

    /** Gives what all files say of a kind, such as {@code volumes}. */
    public Stream<Thing> things(String kind) {
        return composeFiles.stream().flatMap(file -> file.things(kind).stream());
    }

    public List<Remark> illegible() {
        return illegible;
    }

    /** Names the compose files that the app is not deployed by. */
    public List<String> idleFiles() {
        return files.composeFiles().stream()
                .filter(name -> !deployedFiles.contains(name))
                .toList();
    }

    /** Names the compose files that the app is deployed by, as they are merged. */
    public List<String> deployedFiles() {
        return deployedFiles;
    }

    /**
     * Merges the files that {@code COMPOSE_FILE} names. Each choice is merged once, as many checks ask for the same ones.
     *
     * @return empty where that can't be done, which {@link Rule#UNRENDERABLE} tells of the deployed files
     */
    Optional<ComposeDocument> merged(Variables chosen) {
        return merged.computeIfAbsent(List.copyOf(chosen.all()), key -> {
            try {
                return Optional.of(files.document(chosen));
            } catch (ComposeException e) {
                return Optional.empty();
            }
        });
    }

    /** Puts the app's variables into a text; empty where that can't be done, which {@link Rule#UNRENDERABLE} tells. */
    public Optional<String> resolved(Scalar written) {
        return resolved(written, variables);
    }

    public static Optional<String> resolved(Scalar written, Variables variables) {
        try {
            return Optional.of(variables.putInto(written.text(), written.origin()));
        } catch (ComposeException e) {
            return Optional.empty();
        }
    }

    /** Names a place of this release where another one is looked at, as git does. */
    public Origin asBase(Origin origin) {
        return new Origin(asBase(origin.file()), origin.line());
    }

    public String asBase(String file) {
        return checkout.ref() + ":" + file;
    }
}
