package org.recipeharness.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user's programs keep their files.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a>
 */
enum UserFolder {
    /** What can be made again. */
    CACHE("XDG_CACHE_HOME", ".cache"),
    /** What can't. */
    DATA("XDG_DATA_HOME", ".local/share");

    private final String variable;
    private final String usual;

    UserFolder(String variable, String usual) {
        this.variable = variable;
        this.usual = usual;
    }

    Path of(Map<String, String> environment) {
        return of(environment, System.getProperty("user.home"));
    }

    Path of(Map<String, String> environment, String home) {
        // The specification: a path that is not absolute is to be ignored.
        return Optional.ofNullable(environment.get(variable))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(home, usual))
                .resolve("recipe-harness");
    }
}
