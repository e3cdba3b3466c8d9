package org.recipeharness.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.recipeharness.files.DurableFile;
import org.recipeharness.recipe.RecipeName;

/**
 * The file of one record.
 *
 * @param folder the recipe's in the registry
 * @param name the file's in it
 * @param recipe whom the record is about
 * @param content how its content is read
 * @param whose whom it says that it is about
 */
record RecordFile<T>(Path folder, String name, RecipeName recipe, Content<T> content, Function<T, RecipeName> whose) {

    /** Reads the content of a record. */
    @FunctionalInterface
    interface Content<T> {
        T of(JsonNode record) throws FormException;
    }

    Path path() {
        return folder.resolve(name);
    }

    /** Gives what is recorded; empty where there is no file. */
    Optional<T> read() {
        // Not a channel, which an interrupt would close: a run that is ended still has to know what it was about to do.
        try (var stream = new FileInputStream(path().toFile())) {
            T record = content.of(RecordForm.record(stream.readAllBytes()));
            if (!whose.apply(record).equals(recipe)) {
                throw new FormException("it is about " + whose.apply(record) + ", expected " + recipe);
            }
            return Optional.of(record);
        } catch (IOException e) {
            if (Files.notExists(path())) {
                return Optional.empty();
            }
            throw failed("Reading " + path(), e);
        } catch (FormException | IllegalArgumentException e) {
            throw new DamagedRecordException(path(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Replaces what is recorded, unless that is damaged. */
    void write(ObjectNode record) {
        read();
        try {
            DurableFile.folder(folder);
            discardUnfinished();
            DurableFile.write(path(), RecordForm.bytes(record));
        } catch (IOException e) {
            throw failed("Writing " + path(), e);
        }
    }

    /** Removes what is recorded, unless that is damaged. */
    void remove() {
        read();
        try {
            DurableFile.remove(path());
        } catch (IOException e) {
            throw failed("Removing " + path(), e);
        }
    }

    /** Removes what a run that was killed has left half written. */
    private void discardUnfinished() throws IOException {
        try (DirectoryStream<Path> unfinished =
                Files.newDirectoryStream(folder, "." + name + ".*" + DurableFile.UNFINISHED)) {
            for (Path file : unfinished) {
                Files.deleteIfExists(file);
            }
        }
    }

    static UncheckedIOException failed(String doing, IOException cause) {
        return new UncheckedIOException(
                doing + ": found " + cause
                        + ", expected that files can be read, made and removed there. Another folder is set by"
                        + " -Dharness.canonicals",
                cause);
    }
}
