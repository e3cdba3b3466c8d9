package org.recipeharness.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Explains why none of a recipe's tags is a release. */
public final class NearReleases {

    private static final int SHOWN = 10;
    private static final Pattern FORM = Pattern.compile(
            "(?<prefix>(?:[A-Za-z]+[-_/.]?)?)(?<numbers>\\d+(?:\\.\\d+)*)" + "(?:-[0-9A-Za-z.-]+)?(?<app>\\+.*)?");

    private NearReleases() {}

    /**
     * Lists a recipe's tags, and says of those that are nearly releases what they lack.
     *
     * @param tags the tags' names; one at least
     * @return the second half of a sentence
     */
    public static String explained(List<String> tags) {
        String nearly = tags.stream()
                .limit(SHOWN)
                .flatMap(tag -> lack(tag).map(lack -> tag + " " + lack).stream())
                .collect(Collectors.joining("; "));
        return "its tags are " + String.join(", ", tags.subList(0, Math.min(SHOWN, tags.size())))
                + (tags.size() <= SHOWN ? "" : " and " + (tags.size() - SHOWN) + " more")
                + (nearly.isEmpty() ? "" : ". Nearly right: " + nearly);
    }

    /** Says what a tag lacks; empty where it is a release, or like none. */
    private static Optional<String> lack(String tag) {
        Matcher form = FORM.matcher(tag);
        if (!form.matches() || RecipeVersion.parse(tag).isPresent()) {
            return Optional.empty();
        }
        var lacks = new ArrayList<String>();
        if (!form.group("prefix").isEmpty()) {
            lacks.add("begins with '" + form.group("prefix") + "'");
        }
        if (form.group("numbers").split("\\.", -1).length != 3) {
            lacks.add("has not three numbers");
        }
        if (form.group("app") == null || form.group("app").length() == 1) {
            lacks.add("has no app version after a +");
        }
        return lacks.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", lacks));
    }
}
