package org.recipeharness.stack;

import java.util.regex.Pattern;

/**
 * The name of a stack, which is the prefix of everything that docker makes for it.
 *
 * @param text letters, digits, hyphens and underscores, at most {@value #LONGEST} characters
 */
public record StackName(String text) {

    /** Leaves room for the names of services, secrets and configs, which docker limits to 64 characters with this prefix. */
    public static final int LONGEST = 45;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    public StackName {
        if (!FORM.matcher(text).matches() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Naming a stack: found '" + text + "' (" + text.length()
                    + " characters), expected letters, digits, '-' and '_', at most " + LONGEST
                    + " of them. Choose a shorter domain with -Dharness.domain or a shorter zone with -Dharness.zone");
        }
    }

    /**
     * Derives a stack's name from its app's domain, as abra does.
     *
     * @param domain such as {@code mumble.example.com}
     * @return the domain with its dots as underscores
     */
    public static StackName of(String domain) {
        return new StackName(domain.replace('.', '_'));
    }

    @Override
    public String toString() {
        return text;
    }
}
