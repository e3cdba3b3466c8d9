package org.recipeharness.compose;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.recipe.Origin;

/** The files of a checkout that say how its app is deployed. */
public final class RecipeFiles {

    private static final String ENV_SAMPLE = ".env.sample";
    private static final String ABRA_SH = "abra.sh";

    private final Checkout checkout;

    /**
     * Opens a checkout's files; nothing is read yet.
     *
     * @param checkout the recipe at one commit
     */
    public RecipeFiles(Checkout checkout) {
        this.checkout = checkout;
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
     * @return the app's own variables
     * @throws ComposeException when it can't be read
     */
    public Variables appEnv(Variables edited) {
        return EnvFile.read(ENV_SAMPLE, read(ENV_SAMPLE), edited);
    }

    /**
     * Puts what {@code abra.sh} exports over an app's own variables.
     *
     * @param appEnv the app's own variables, which may be of an older version of the recipe
     * @return the variables that the compose file sees
     * @throws ComposeException when it can't be read
     */
    public Variables withExports(Variables appEnv) {
        return exists(ABRA_SH) ? EnvFile.readExports(ABRA_SH, read(ABRA_SH), appEnv) : appEnv;
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
        List<String> names = new ComposeFileList(variables, checkout.directory()).names();
        // For docker, every relative path of every file begins at the folder of the first file.
        Path folder =
                checkout.directory().resolve(names.get(0)).toAbsolutePath().resolveSibling("");
        List<Yaml.Mapping> written = Stream.concat(
                        names.stream().map(name -> new Overlay(name, read(name))), overlays.stream())
                .map(file -> new YamlReader(file.name()).read(file.text()))
                .toList();
        var form = new ComposeFileForm(folder, variables);
        Yaml.Mapping merged = DocumentMerge.of(written.stream().map(form::of).toList());
        return new ComposeDocument(new RelativePaths(folder).resolvedIn(merged), NameVersions.of(written));
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

    private boolean exists(String file) {
        return Files.exists(checkout.directory().resolve(file));
    }

    private String read(String file) {
        Path path = checkout.directory().resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new ComposeException(Origin.of(file), "the recipe " + checkout + " has no such file", e);
        } catch (MalformedInputException e) {
            throw new ComposeException(Origin.of(file), "this is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new ComposeException(Origin.of(file), "it can't be read", e);
        }
    }
}
