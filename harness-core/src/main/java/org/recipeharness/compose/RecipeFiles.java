package org.recipeharness.compose;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;

/**
 * The files of a checkout that say how its app is deployed.
 *
 * <p>What a recipe has written wrongly is a {@link ComposeException}; a disk that fails is an {@link UncheckedIOException}.
 */
public final class RecipeFiles {

    private static final String ENV_SAMPLE = ".env.sample";
    private static final String ABRA_SH = "abra.sh";
    private static final String MAIN_FILE = "compose.yml";

    private final Path directory;
    private final RecipeFolder folder;

    /**
     * Opens a checkout's files; nothing is read yet.
     *
     * @param checkout the recipe at one commit
     */
    public RecipeFiles(Checkout checkout) {
        this.directory = checkout.directory();
        this.folder = new RecipeFolder(checkout);
    }

    /**
     * Puts an app's environment together, in abra's order: {@code .env.sample} as an operator would have edited it, then what
     * {@code abra.sh} exports.
     *
     * @param edited what the operator sets: domain, stack name, settings of the test
     * @return the variables that the compose file sees
     * @throws ComposeException when one of the files can't be read
     */
    public Variables variables(Variables edited) {
        return withExports(appEnv(edited));
    }

    /**
     * Reads {@code .env.sample} as an operator would have edited it when the app was new; an app keeps it through its upgrades.
     *
     * @param edited what the operator sets
     * @return the app's own variables; lines that are commented out set nothing
     * @throws ComposeException when it can't be read
     */
    public Variables appEnv(Variables edited) {
        return EnvFile.read(ENV_SAMPLE, folder.text(ENV_SAMPLE), edited);
    }

    /**
     * Puts what {@code abra.sh} exports over an app's own variables.
     *
     * @param appEnv the app's own variables, which may be of an older version of the recipe
     * @return the variables that the compose file sees
     * @throws ComposeException when it can't be read
     */
    public Variables withExports(Variables appEnv) {
        return folder.exists(ABRA_SH) ? EnvFile.readExports(ABRA_SH, folder.text(ABRA_SH), appEnv) : appEnv;
    }

    /**
     * Lists the compose files that abra looks at when it lints, whichever of them an app is deployed by.
     *
     * @return the names of all {@code compose*.yml} in the recipe's folder, {@code compose.yml} first
     */
    public List<String> composeFiles() {
        return folder.names().stream()
                .filter(name -> name.startsWith("compose") && name.endsWith(".yml"))
                .sorted(Comparator.comparing((String name) -> !name.equals(MAIN_FILE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Lists the compose files that an app is deployed by.
     *
     * @param variables the app's environment; {@code COMPOSE_FILE} is {@code compose.yml} where it is not set
     * @return one name at least, in the order in which they are merged
     * @throws ComposeException when a file is missing
     */
    public List<String> deployedFiles(Variables variables) {
        return new ComposeFileList(variables, directory).names();
    }

    /**
     * Reads one compose file as it is written, its references to variables included.
     *
     * @param name the file's name within the recipe
     * @return the document
     * @throws ComposeException when it is missing or is not YAML
     */
    public Yaml.Mapping written(String name) {
        return new YamlReader(name).read(folder.text(name));
    }

    /**
     * Reads a file's text.
     *
     * @param name the file's name within the recipe
     * @return the text, or empty where the recipe has no such file
     * @throws ComposeException when it is not a text in UTF-8
     */
    public Optional<String> text(String name) {
        return folder.exists(name) ? Optional.of(folder.text(name)) : Optional.empty();
    }

    /**
     * Reads a file's bytes.
     *
     * @param name the file's name within the recipe
     * @return its content, or empty where the recipe has no such file
     */
    public Optional<byte[]> content(String name) {
        return folder.content(name);
    }

    /**
     * Reads the compose files that the environment names, and merges them as the docker CLI does.
     *
     * @param variables the app's environment; {@code COMPOSE_FILE} is {@code compose.yml} where it is not set
     * @param overlays compose files that are not the recipe's, merged behind its own
     * @return the document with the variables put in and relative paths made absolute, since it leaves the recipe's folder
     * @throws ComposeException when a file is missing, is not a compose file, or needs a variable that is not set
     */
    public ComposeDocument document(Variables variables, List<Overlay> overlays) {
        List<String> names = deployedFiles(variables);
        // For docker, every relative path of every file begins at the folder of the first file.
        Path first = directory.resolve(names.get(0)).toAbsolutePath().resolveSibling("");
        List<Yaml.Mapping> written = Stream.concat(
                        names.stream().map(this::written),
                        overlays.stream().map(overlay -> new YamlReader(overlay.name()).read(overlay.text())))
                .toList();
        var form = new ComposeFileForm(first, variables);
        Yaml.Mapping merged = DocumentMerge.of(written.stream().map(form::of).toList());
        return new ComposeDocument(
                new RelativePaths(first, new Submodules(directory)).resolvedIn(merged), NameVersions.of(written));
    }

    /**
     * Reads the recipe's own compose files, and nothing else.
     *
     * @param variables the app's environment
     * @return the document
     * @throws ComposeException as for {@link #document(Variables, List)}
     */
    public ComposeDocument document(Variables variables) {
        return document(variables, List.of());
    }
}
