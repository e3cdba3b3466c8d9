package org.recipeharness.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.report.model.Change;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;

/** What is not as it was in the last sweep, of all recipes, the weightiest first. */
final class ChangesPanel {

    private static final int LINE = 300;

    private final Wording wording;

    ChangesPanel(Wording wording) {
        this.wording = wording;
    }

    /** A change with the recipe that it is one of. */
    private record Told(RecipeResult recipe, Change change) {}

    DomContent of(SweepResults results) {
        if (results.recipes().stream().allMatch(recipe -> recipe.past().isEmpty())) {
            return div();
        }
        List<Told> told = results.recipes().stream()
                .flatMap(recipe -> changes(recipe).map(change -> new Told(recipe, change)))
                .sorted(Comparator.comparing(each -> each.change().kind()))
                .toList();
        List<Told> listed = told.stream()
                .filter(each -> each.change().kind() != Change.Kind.FIRST_SEEN)
                .toList();
        // A first sweep would else be a long list that says nothing.
        String firstSeen = told.stream()
                .filter(each -> each.change().kind() == Change.Kind.FIRST_SEEN)
                .map(each -> each.recipe().recipe())
                .distinct()
                .collect(Collectors.joining(", "));
        return div(
                        h2("What changed since the last sweep"),
                        iff(told.isEmpty() && results.over(), p("Nothing.")),
                        ul(each(listed, this::line)),
                        iff(!firstSeen.isEmpty(), p(wording.of("First seen: " + firstSeen, LINE * 10))))
                .withClass("changes");
    }

    private static Stream<Change> changes(RecipeResult recipe) {
        return recipe.past().stream().flatMap(past -> past.changes().stream());
    }

    private DomContent line(Told told) {
        return li(
                a(wording.of(told.recipe().recipe(), LINE)).withHref("#" + RecipeSection.id(told.recipe())),
                span(told.change().kind().word())
                        .withClasses("change", told.change().kind().style()),
                span(wording.of(told.change().text(), LINE)));
    }
}
