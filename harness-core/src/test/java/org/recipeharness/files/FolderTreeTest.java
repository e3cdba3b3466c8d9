package org.recipeharness.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

    @Test
    void removesAllThatIsInAFolderAndNothingThatALinkLeadsTo(@TempDir Path root) throws IOException {
        Path outside =
                Files.writeString(Files.createDirectory(root.resolve("outside")).resolve("kept"), "");
        Path folder = root.resolve("folder");
        Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner/file"), "");
        Files.createSymbolicLink(folder.resolve("link"), outside.getParent());

        FolderTree.remove(folder);

        assertThat(folder).doesNotExist();
        assertThat(outside).exists();
    }

    @Test
    void leavesAFolderAloneThatIsNotThere(@TempDir Path root) throws IOException {
        FolderTree.remove(root.resolve("nowhere"));

        assertThat(root).isEmptyDirectory();
    }
}
