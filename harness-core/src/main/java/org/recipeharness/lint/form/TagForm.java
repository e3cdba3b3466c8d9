package org.recipeharness.lint.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How firmly an image's tag names what will run. */
public enum TagForm {
    MISSING("has no tag, which means 'latest': each deployment may run something else. Name a version"),
    UNSTABLE("is at a tag that moves by design: each deployment may run something else. Name a version"),
    UNLIKE_A_VERSION(
            "is at a tag that does not begin with a version, so abra can't tell which one is newer. Is there a tag with one?"),
    PARTIAL(
            "is at a tag that names less than a whole version, and so most likely moves: two deployments of one release may"
                    + " run different things, and what works today may not tomorrow. Name the whole version"),
    WHOLE("");

    private static final Pattern WORD = Pattern.compile(
            "(?i)(?:latest|stable|edge|main|master|trunk|head|nightly|dev|devel|develop|development|alpha|beta|rc|next|testing"
                    + "|unstable|snapshot|canary|current|lts|release|rolling)(?:[-._]\\D*)?");
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d+(?:\\.\\d+)*)(?:[^\\d.].*|\\..*)?");
    private static final Pattern WHOLE_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d.*|(?:\\d+\\.)*\\d{6,}.*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern COMMIT = Pattern.compile("(?=.*[a-f])[0-9a-f]{7,64}");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+\\.\\d+");

    private final String text;

    TagForm(String text) {
        this.text = text;
    }

    /** Says what follows from a tag of this form, as the second half of a sentence. */
    String text() {
        return text;
    }

    /**
     * Tells the form of an image's tag.
     *
     * @param image as docker takes it, with its variables put in
     */
    static TagForm of(String image) {
        if (image.contains("@")) {
            return WHOLE;
        }
        String name = image.substring(image.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        if (colon < 0 || colon == name.length() - 1) {
            return MISSING;
        }
        String tag = name.substring(colon + 1);
        if (WORD.matcher(tag).matches()) {
            return UNSTABLE;
        }
        Matcher version = VERSION.matcher(tag);
        if (COMMIT.matcher(tag).matches() || !version.matches()) {
            return UNLIKE_A_VERSION;
        }
        String numbers = version.group(1);
        // PostgreSQL's versions have two numbers since 10.
        boolean whole = DATE.matcher(tag).matches()
                || WHOLE_VERSION.matcher(numbers).matches()
                || (name.contains("postgres") && TWO_NUMBERS.matcher(numbers).matches());
        return whole ? WHOLE : PARTIAL;
    }
}
