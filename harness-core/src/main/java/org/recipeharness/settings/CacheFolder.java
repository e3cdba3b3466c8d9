package org.recipeharness.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Where a user's programs keep what they can make again, by the XDG base directory specification. */
final class CacheFolder {

    private CacheFolder() {}

    static Path of(Optional<String> xdgCacheHome, String home) {
        // The specification: a path that is not absolute is to be ignored.
        return xdgCacheHome
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(home, ".cache"))
                .resolve("recipe-harness/catalogue");
    }
}
