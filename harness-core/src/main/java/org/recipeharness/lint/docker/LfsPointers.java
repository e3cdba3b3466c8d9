package org.recipeharness.lint.docker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.RecipeFile;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Thing;

/**
 * Looks for deployed files that are pointers to their content.
 *
 * @see <a href="https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md">Git LFS: specification</a>
 */
public final class LfsPointers implements Check.OfOne {

    private static final String FIRST_LINE = "version https://git-lfs.github.com/spec/";
    private static final String CONTENT = "\noid sha256:";
    /** No pointer is longer, the specification says. */
    private static final int LONGEST = 1024;

    @Override
    public List<Remark> look(Published recipe) {
        Stream<Scalar> made = Stream.of("configs", "secrets")
                .flatMap(recipe::things)
                .flatMap(thing -> Scalars.at(thing.written(), "file"));
        return Stream.concat(made, recipe.things("services").flatMap(LfsPointers::filesOf))
                .flatMap(file -> look(file, recipe).stream())
                .distinct()
                .toList();
    }

    private static Stream<Scalar> filesOf(Thing service) {
        Stream<Scalar> environments = service.written().find("env_file").stream()
                .flatMap(LfsPointers::items)
                .flatMap(item -> item instanceof Mapping mapping ? Scalars.at(mapping, "path") : scalar(item));
        Stream<Scalar> mounts = service.written().find("volumes").stream()
                .flatMap(LfsPointers::items)
                .flatMap(item -> item instanceof Mapping mapping ? Scalars.at(mapping, "source") : scalar(item))
                .filter(source -> source.text().startsWith("."))
                .map(source -> Scalar.text(source.text().replaceFirst(":.*", ""), source.origin()));
        return Stream.concat(environments, mounts);
    }

    private static Stream<Yaml> items(Yaml written) {
        return written instanceof Sequence sequence ? sequence.items().stream() : Stream.of(written);
    }

    private static Stream<Scalar> scalar(Yaml item) {
        return item instanceof Scalar scalar ? Stream.of(scalar) : Stream.empty();
    }

    private static Optional<Remark> look(Scalar file, Published recipe) {
        return RecipeFile.path(file, recipe)
                .filter(path -> RecipeFile.content(path, recipe)
                        .filter(LfsPointers::isPointer)
                        .isPresent())
                .map(path -> new Remark(
                        file.origin(),
                        "the file '" + path + "' is a Git LFS pointer and not its content, so the pointer is deployed."
                                + " Commit the file itself, without Git LFS"));
    }

    private static boolean isPointer(byte[] content) {
        if (content.length > LONGEST) {
            return false;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith(FIRST_LINE) && text.contains(CONTENT);
    }
}
