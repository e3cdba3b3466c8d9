package org.recipeharness.report.html;

import static j2html.TagCreator.text;

import org.recipeharness.report.model.TierOutcome;

/**
 * A recipe's outcome as a small picture, for the page of its repository.
 *
 * @param recipe the recipe's name
 * @param outcome what became of it
 */
public record Badge(String recipe, TierOutcome outcome) {

    private static final int LETTER = 7;
    private static final int MARGIN = 14;

    /**
     * Return the picture.
     *
     * @return an SVG document of 20 px height
     */
    public String svg() {
        int left = recipe.length() * LETTER + MARGIN;
        int right = outcome.word().length() * LETTER + MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%4$s: %5$s">
                <title>%4$s: %5$s</title>
                <clipPath id="r"><rect width="%1$d" height="20" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%2$d" height="20" fill="#4a5159"/><rect x="%2$d" width="%3$d" height="20" fill="%6$s"/></g>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14">%4$s</text><text x="%8$d" y="14">%5$s</text>
                </g>
                </svg>
                """.formatted(
                left + right, left, right, text(recipe).render(), outcome.word(), colour(), left / 2, left + right / 2);
    }

    private String colour() {
        return switch (outcome) {
            case FAILED -> "#b3261e";
            case UNVERIFIED -> "#8a5300";
            case PASSED -> "#2f7d4f";
            case NOT_APPLICABLE, NOT_RUN -> "#5d6670";
        };
    }
}
