package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file that a complaint is about. */
final class NamedPath {

    /** An absolute path, but for the one of an address such as {@code http://example.com/path}. */
    private static final Pattern PATH = Pattern.compile("(?<![\\w./:-])/[\\w@+.-]+(?:/[\\w@+.-]+)*");

    private NamedPath() {}

    /** Gives the last path before the complaint, or the first one behind it. */
    static Optional<String> in(String line, Matcher complaint) {
        Matcher path = PATH.matcher(line);
        Optional<String> before = Optional.empty();
        while (path.find()) {
            boolean behind = path.start() >= complaint.end();
            if (behind && before.isPresent()) {
                return before;
            }
            before = Optional.of(path.group().replaceFirst("\\.+$", ""));
            if (behind) {
                return before;
            }
        }
        return before;
    }
}
