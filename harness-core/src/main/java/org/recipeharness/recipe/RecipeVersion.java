package org.recipeharness.recipe;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published version of a recipe, {@code <recipe version>+<app version>}, such as {@code 1.0.0+v1.6.870-0}.
 *
 * <p>The part before the plus is a semantic version from the operator's point of view and decides the order; the app's part
 * only breaks a tie, number by number.
 *
 * @param major raised when an operator must act
 * @param minor raised for what an operator gains
 * @param patch raised for what an operator need not notice
 * @param preRelease what stands behind a hyphen in the recipe's part, or empty
 * @param app the app's version as upstream writes it
 * @see <a href="https://docs.coopcloud.tech/maintainers/handbook/">Co-op Cloud: maintainers' handbook</a>
 */
public record RecipeVersion(int major, int minor, int patch, String preRelease, String app)
        implements Comparable<RecipeVersion> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-([0-9A-Za-z.-]+))?\\+(\\S+)");

    private static final Comparator<RecipeVersion> ORDER = Comparator.comparingInt(RecipeVersion::major)
            .thenComparingInt(RecipeVersion::minor)
            .thenComparingInt(RecipeVersion::patch)
            .thenComparing(version -> version.preRelease().isEmpty())
            .thenComparing(RecipeVersion::preRelease, NaturalOrder.INSTANCE)
            .thenComparing(RecipeVersion::app, NaturalOrder.INSTANCE);

    /**
     * Reads a version from a tag's name.
     *
     * @param text the tag's name
     * @return the version, or empty when the tag does not name one
     */
    public static Optional<RecipeVersion> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String preRelease = form.group(4) == null ? "" : form.group(4);
        return Optional.of(new RecipeVersion(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                preRelease,
                form.group(5)));
    }

    @Override
    public int compareTo(RecipeVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease) + "+" + app;
    }
}
