package org.recipeharness.lint.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Label;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeVersion;

/**
 * Compares the label that names a recipe's version with the form that abra reads, and with the tag of the release.
 *
 * @see <a href="https://docs.coopcloud.tech/maintainers/handbook/">Co-op Cloud: maintainers' handbook</a>
 */
public final class VersionLabel implements Check.OfOne {

    private static final String WRITTEN = "coop-cloud.${STACK_NAME}.version";
    private static final String ADVICE = ". Write " + WRITTEN + "=<tag> into its 'deploy: labels:'";

    @Override
    public List<Remark> look(Published recipe) {
        // Without labels of its own, the service lacks more than this one, and another rule says so.
        return Stream.ofNullable(recipe.services().get(MainService.NAME))
                .filter(ServiceText::hasLabels)
                .flatMap(app -> look(app, recipe).stream())
                .toList();
    }

    private static Optional<Remark> look(ServiceText app, Published recipe) {
        Optional<Origin> key = keyWithVariable(app);
        Optional<Label> label = find(app, name -> name.equals(expected(recipe)), recipe)
                .filter(found -> key.filter(found.origin()::equals).isEmpty());
        return label.isPresent() ? value(label.get(), recipe) : Optional.of(missing(app, recipe));
    }

    private static Remark missing(ServiceText app, Published recipe) {
        Optional<Origin> key = keyWithVariable(app);
        if (key.isPresent()) {
            return new Remark(
                    key.get(),
                    "the version's label is the key of a mapping, where docker puts no variables in, so abra does not"
                            + " find it. Write the labels as a list: - \"" + WRITTEN + "=<tag>\"");
        }
        Optional<Label> elsewhere = recipe.services().values().stream()
                .flatMap(service -> find(service, name -> name.equals(expected(recipe)), recipe).stream())
                .findFirst();
        if (elsewhere.isPresent()) {
            return new Remark(
                    elsewhere.get().origin(),
                    "the version's label is on another service than '" + MainService.NAME
                            + "', where abra looks for it. Move it there");
        }
        return find(app, VersionLabel::isLikeOne, recipe)
                .map(other -> new Remark(
                        other.origin(),
                        "the label " + other.name() + " is not the one in which abra looks for the recipe's version."
                                + " Write " + WRITTEN + "=<tag> in its place"))
                .orElseGet(() -> new Remark(
                        app.origin(),
                        "the service '" + MainService.NAME + "' has no label that names the recipe's version"
                                + ADVICE));
    }

    private static Optional<Remark> value(Label label, Published recipe) {
        return recipe.resolved(Scalar.text(label.value(), label.origin()))
                .flatMap(value -> problem(label, value, recipe))
                .map(problem -> new Remark(label.origin(), "the label of the recipe's version " + problem));
    }

    private static Optional<String> problem(Label label, String value, Published recipe) {
        if (value.isEmpty()) {
            return Optional.of(
                    label.value().isEmpty()
                            ? "is empty. Write the tag of the release"
                            : "is " + label.value() + ", which has no value. Write the tag of the release itself");
        }
        if (RecipeVersion.parse(value).isEmpty()) {
            return Optional.of("says '" + value + "', expected <semver>+<app version>, such as 1.0.0+1.2.3");
        }
        boolean other = recipe.checkout().version().isPresent()
                && !recipe.checkout().dirty()
                && !value.equals(recipe.checkout().ref());
        return other
                ? Optional.of("says '" + value + "', but the tag of this release is '"
                        + recipe.checkout().ref() + "'. Write the label before the tag, with 'abra recipe sync'")
                : Optional.empty();
    }

    private static Optional<Label> find(ServiceText service, Predicate<String> name, Published recipe) {
        return service.labels().values().stream()
                .filter(label -> recipe.resolved(Scalar.text(label.name(), label.origin()))
                        .filter(name)
                        .isPresent())
                .findFirst();
    }

    private static String expected(Published recipe) {
        String stack = recipe.variables()
                .find(Published.STACK_NAME)
                .map(found -> found.value())
                .orElse("");
        return "coop-cloud." + stack + ".version";
    }

    private static boolean isLikeOne(String name) {
        return name.startsWith("coop-cloud.") && name.endsWith("version");
    }

    private static Optional<Origin> keyWithVariable(ServiceText app) {
        return app.pieces().stream()
                .flatMap(piece -> piece.written().mapping("deploy").find("labels").stream())
                .filter(Mapping.class::isInstance)
                .flatMap(labels -> ((Mapping) labels).entries().entrySet().stream())
                .filter(entry -> entry.getKey().contains("$") && isLikeOne(entry.getKey()))
                .map(entry -> entry.getValue().origin())
                .findFirst();
    }
}
