package org.recipeharness.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.i;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.report.model.Took;

/** A recipe's tiers along its time: a bar from the begin of each to its end, in the colour of its outcome. */
final class Timeline {

    private static final double PERCENT = 100;
    private static final double THINNEST = 0.4;

    private final Instant start;
    private final Duration length;

    private Timeline(Instant start, Duration length) {
        this.start = start;
        this.length = length;
    }

    /** A tier of which it is known when it began. */
    private record Span(TierResult tier, Instant begun) {

        static Optional<Span> of(TierResult tier) {
            return tier.begun().map(begun -> new Span(tier, begun));
        }

        Instant end() {
            return begun.plus(tier.took());
        }

        String told() {
            return tier.tier() + ": " + tier.outcome().word() + ", " + Took.of(tier.took());
        }
    }

    /** From the first tier's begin to the last one's end; nothing where no tier has a begin. */
    static DomContent of(RecipeResult recipe) {
        List<Span> spans =
                recipe.tiers().stream().flatMap(tier -> Span.of(tier).stream()).toList();
        if (spans.isEmpty()) {
            return text("");
        }
        Instant start = spans.stream().map(Span::begun).min(Instant::compareTo).orElseThrow();
        Instant end = spans.stream().map(Span::end).max(Instant::compareTo).orElseThrow();
        return new Timeline(start, Duration.between(start, end)).drawn(spans);
    }

    private DomContent drawn(List<Span> spans) {
        return div(
                        div(each(spans, this::bar)).withClass("bars"),
                        p(span(Took.at(start)), span(Took.of(length))).withClass("ends"))
                .withClass("timeline");
    }

    private DomContent bar(Span each) {
        double width = Math.max(THINNEST, share(each.tier().took()));
        double left = Math.min(share(Duration.between(start, each.begun())), PERCENT - width);
        return i(span(each.tier().tier()))
                .withClass(each.tier().outcome().style())
                .withStyle(String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", left, width))
                .withTitle(each.told())
                .attr("role", "img")
                .attr("aria-label", each.told());
    }

    private double share(Duration part) {
        return PERCENT * part.toMillis() / Math.max(1, length.toMillis());
    }
}
