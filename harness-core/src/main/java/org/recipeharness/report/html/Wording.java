package org.recipeharness.report.html;

import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The only way of a text onto a page: secrets masked, terminal colours taken away, and no longer than somebody reads. */
public final class Wording {

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private final UnaryOperator<String> masking;

    public Wording(UnaryOperator<String> masking) {
        this.masking = masking;
    }

    DomContent of(String written, int longest) {
        return text(plain(written, longest));
    }

    public String plain(String written, int longest) {
        String clean = UNPRINTABLE
                .matcher(COLOURS.matcher(written.replace("\r\n", "\n")).replaceAll(""))
                .replaceAll("\uFFFD");
        // Masked before it is cut: the half of a secret is one that no masking knows.
        String masked = masking.apply(clean);
        return masked.length() <= longest
                ? masked
                : masked.substring(0, longest) + " … (" + (masked.length() - longest) + " more characters)";
    }
}
