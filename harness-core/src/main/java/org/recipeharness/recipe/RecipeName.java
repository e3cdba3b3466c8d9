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
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Reading a recipe's name: found '" + text
                    + "', expected lower-case letters, digits, '-', '_' and '.', such as mattermost-lts");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
