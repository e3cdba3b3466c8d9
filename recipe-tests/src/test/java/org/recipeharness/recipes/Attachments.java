package org.recipeharness.recipes;

import java.nio.file.Path;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;

/**
 * Where a test class that is run by another test attaches its evidence.
 *
 * @param folder for all of it
 */
record Attachments(Path folder) implements OutputDirectoryCreator {

    @Override
    public Path getRootDirectory() {
        return folder;
    }

    @Override
    public Path createOutputDirectory(TestDescriptor test) {
        return folder;
    }
}
