package org.recipeharness.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;

/** Gives each test a folder of its own for the files that are attached to it. */
record FolderPerTest(Path root) implements OutputDirectoryCreator {

    @Override
    public Path getRootDirectory() {
        return root;
    }

    @Override
    public Path createOutputDirectory(TestDescriptor test) throws IOException {
        String name = test.getUniqueId().toString().replaceAll("[^A-Za-z0-9]+", "-");
        return Files.createDirectories(root.resolve(name));
    }
}
