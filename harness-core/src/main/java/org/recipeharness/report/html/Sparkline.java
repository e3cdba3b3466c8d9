package org.recipeharness.report.html;

import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.List;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.Took;

/** What came of a recipe over time, as a row of bars: their colour is the outcome, their height how long it took. */
final class Sparkline {

    private static final int STEP = 8;
    private static final int BAR = 6;
    private static final int HEIGHT = 28;
    private static final int LEAST = 4;

    private Sparkline() {}

    /** One bar an outcome, the oldest first. */
    static DomContent of(String recipe, List<PastOutcome> outcomes) {
        long longest = outcomes.stream()
                .mapToLong(outcome -> outcome.took().toMillis())
                .max()
                .orElse(0);
        int width = Math.max(STEP, outcomes.size() * STEP);
        ContainerTag<?> svg = tag("svg")
                .withClass("spark")
                .attr("viewBox", "0 0 " + width + " " + HEIGHT)
                .attr("width", width)
                .attr("height", HEIGHT)
                .attr("role", "img")
                .attr("aria-label", recipe + ": its last " + outcomes.size() + " runs, the newest on the right");
        for (int at = 0; at < outcomes.size(); at++) {
            svg.with(bar(at, outcomes.get(at), longest));
        }
        return svg;
    }

    private static DomContent bar(int at, PastOutcome outcome, long longest) {
        long height = longest == 0
                ? LEAST
                : Math.max(LEAST, Math.round((double) HEIGHT * outcome.took().toMillis() / longest));
        return tag("rect")
                .withClass(outcome.outcome().style())
                .attr("x", at * STEP)
                .attr("y", HEIGHT - height)
                .attr("width", BAR)
                .attr("height", height)
                .with(tag("title")
                        .with(text(Took.at(outcome.when()) + ": "
                                + outcome.outcome().word() + ", " + Took.of(outcome.took()))));
    }
}
