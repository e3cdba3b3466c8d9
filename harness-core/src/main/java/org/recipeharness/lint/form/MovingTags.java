package org.recipeharness.lint.form;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Thing;

/** Looks for images at tags that name less than a whole version. */
public final class MovingTags implements Check.OfOne {

    private static final Pattern NUMBERS = Pattern.compile("[vV]?(\\d+(?:\\.\\d+)*)");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+\\.\\d+");

    @Override
    public List<Remark> look(Published recipe) {
        Set<String> whole = wholeVersions(recipe);
        Stream<Remark> perhaps = recipe.things("services")
                .flatMap(service -> Scalars.at(service.written(), "image")
                        .flatMap(image -> recipe.resolved(image).stream()
                                .filter(name -> TagForm.of(name) == TagForm.PERHAPS_PARTIAL)
                                .filter(name -> !isWhole(name, service, whole))
                                .map(name -> new Remark(
                                                image.origin(),
                                                "the image " + name + " " + TagForm.PERHAPS_PARTIAL.text())
                                        .as(Severity.NOTE))));
        return Stream.concat(new ImageTags(TagForm.PARTIAL).look(recipe).stream(), perhaps)
                .toList();
    }

    /** An app whose versions all have two numbers is the main service's, or is named by its tag. */
    private static boolean isWhole(String image, Thing service, Set<String> whole) {
        return !whole.isEmpty()
                && (MainService.NAME.equals(service.key())
                        || whole.contains(numbers(image.substring(image.lastIndexOf(':') + 1))));
    }

    /** Gives the app's versions in the recipe's releases; none unless several are known and all have two numbers. */
    private static Set<String> wholeVersions(Published recipe) {
        Set<String> versions = recipe.releases().stream()
                .map(release -> numbers(release.version().app()))
                .collect(Collectors.toSet());
        boolean known = versions.size() > 1
                && versions.stream()
                        .allMatch(version -> TWO_NUMBERS.matcher(version).matches());
        return known ? versions : Set.of();
    }

    private static String numbers(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.lookingAt() ? numbers.group(1) : "";
    }
}
