package org.recipeharness.lint.published;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image.
 *
 * @param repository without its registry, and without docker's own {@code library/}
 * @param tag empty if there is none
 */
public record ImageName(String repository, String tag) {

    private static final String REGISTRY = "^(?:[^/]*[.:][^/]*|localhost)/";

    /** A flavour such as {@code pg16} names PostgreSQL's version, and the rest of such a tag an extension's. */
    private static final Pattern POSTGRES = Pattern.compile("(?:^|.*[-_.])pg(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\D.*)?");

    private static final Pattern NUMBERS = Pattern.compile("[vV]?(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\D.*)?");

    public static ImageName of(String image) {
        String name = image.replaceFirst("(?s)@.*", "");
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String path = colon < 0 ? name : name.substring(0, colon);
        return new ImageName(
                path.replaceFirst(REGISTRY, "").replaceFirst("^library/", ""),
                colon < 0 ? "" : name.substring(colon + 1));
    }

    /** Return what stands after the last slash of the repository. */
    public String lastPart() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** Return the version that the tag names, or empty if it names none. */
    public Optional<ImageVersion> version() {
        return Optional.of(POSTGRES.matcher(tag))
                .filter(Matcher::matches)
                .or(() -> Optional.of(NUMBERS.matcher(tag)).filter(Matcher::matches))
                .map(found -> new ImageVersion(
                        Integer.parseInt(found.group(1)),
                        Optional.ofNullable(found.group(2)).map(Integer::valueOf)));
    }
}
