package org.recipeharness.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.recipe.Origin;

/** Reads the files of a checkout, and none outside of it. */
final class RecipeFolder {

    private final Checkout checkout;

    RecipeFolder(Checkout checkout) {
        this.checkout = checkout;
    }

    /**
     * Tells whether the recipe has a file.
     *
     * @throws ComposeException when it has something else of that name
     */
    boolean exists(String file) {
        return find(file).isPresent();
    }

    /**
     * Reads a file that must be there.
     *
     * @throws ComposeException when it is not there, or is no text
     * @throws UncheckedIOException when the disk fails, which no recipe is to blame for
     */
    String text(String file) {
        byte[] content = content(file)
                .orElseThrow(
                        () -> new ComposeException(Origin.of(file), "the recipe " + checkout + " has no such file"));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ComposeException(Origin.of(file), "this is not a text in UTF-8", e);
        }
    }

    /**
     * Reads a file that may be missing.
     *
     * @throws ComposeException when the recipe has something else of that name
     * @throws UncheckedIOException when the disk fails
     */
    Optional<byte[]> content(String file) {
        Optional<Path> found = find(file);
        try {
            return found.isPresent() ? Optional.of(Files.readAllBytes(found.get())) : Optional.empty();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Lists what lies directly in the checkout's folder, by name. */
    List<String> names() {
        try (Stream<Path> files = Files.list(checkout.directory())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw failure(".", e);
        }
    }

    private Optional<Path> find(String file) {
        try {
            Path path = checkout.directory().resolve(file);
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            // By real paths, so that a symbolic link doesn't lead out either.
            if (Files.isRegularFile(path)
                    && path.toRealPath().startsWith(checkout.directory().toRealPath())) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(file, e);
        }
        throw new ComposeException(
                Origin.of(file),
                "this is a folder, or a link that leads nowhere or out; expected a file of the recipe");
    }

    private UncheckedIOException failure(String file, IOException cause) {
        return new UncheckedIOException(
                "Reading '" + file + "' of the recipe " + checkout + " in " + checkout.directory()
                        + ": the disk does not give it. Is the folder still there, and may this user read it?",
                cause);
    }
}
