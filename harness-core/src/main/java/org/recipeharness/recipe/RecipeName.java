package org.recipeharness.recipe;

import java.util.regex.Pattern;

/**
 * The name of a recipe in its catalogue, such as {@code mattermost-lts}.
 *
 * @param text lower-case letters, digits, hyphens, underscores and dots, beginning with a letter or a digit
 */
public record RecipeName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    public RecipeName {
        if (!isOne(text)) {
            throw new IllegalArgumentException("Reading a recipe's name: found '" + text
                    + "', expected lower-case letters, digits, '-', '_' and '.', such as mattermost-lts");
        }
    }

    /**
     * Tells whether a recipe can be called so.
     *
     * @param text any text
     * @return whether it has the form of a name
     */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
